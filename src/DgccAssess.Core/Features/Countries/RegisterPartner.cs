using System.Security.Cryptography;
using System.Text.RegularExpressions;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Countries;

/// <param name="Partner">Id of its space in its own installation.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Name">In English, until its first publication brings its names.</param>
/// <param name="PublicKey">PEM, or SubjectPublicKeyInfo in hex or base64: what its publications are signed with.</param>
/// <param name="ClientId">Of the program registered for it here.</param>
public sealed record RegisterPartnerCommand(string Partner, string Country, string Name, string PublicKey, string ClientId) : ICreation;

/// <summary>Registers a partner that has an installation of its own: which program may publish for it, and by which key its publications are known.</summary>
public sealed partial class RegisterPartner(HubDbContext db, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public const int NameLength = 200;
    public const int KeyLength = 2000;

    public async Task<Result> HandleAsync(RegisterPartnerCommand command, CancellationToken ct = default)
    {
        if (!actor.Current.Can(Permissions.TenantsOperate)) return Result.Forbidden();
        List<Problem> problems = [];
        if (command.Partner.Length > CountryRules.PartnerLength || !Code.IsMatch(command.Partner)) problems.Add(new(nameof(command.Partner), CountryMessages.PartnerWrong));
        if (!CountryCode.IsMatch(command.Country)) problems.Add(new(nameof(command.Country), CountryMessages.CountryWrong));
        if (command.Name.Trim().Length is 0 or > NameLength) problems.Add(new(nameof(command.Name), CountryMessages.NameWrong, NameLength));
        if (KeyIdOf(command.PublicKey) is not { } keyId)
        {
            problems.Add(new(nameof(command.PublicKey), CountryMessages.KeyWrong));
            keyId = "";
        }

        var client = Guid.TryParse(command.ClientId.Trim(), out var id) ? await db.ApiClients.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id && c.RevokedAt == null, ct) : null;
        if (client is null || !client.Scopes.Contains(ApiScopes.Sharing)) problems.Add(new(nameof(command.ClientId), CountryMessages.ClientUnknown));
        if (problems.Count > 0) return Result.Invalid(problems);

        if (await db.SharingPartners.AsNoTracking().FirstOrDefaultAsync(p => p.Id == command.Partner, ct) is { } known)
            return known.ClientId == id && known.KeyId == keyId ? Result.Ok : Result.Conflict(CountryMessages.PartnerTaken, command.Partner);
        if (await db.Spaces.AnyAsync(s => s.Id == command.Partner, ct)) return Result.Conflict(CountryMessages.PartnerTaken, command.Partner);

        db.SharingPartners.Add(SharingPartner.Create(command.Partner, command.Country, LocalizedText.Of(("en", command.Name.Trim())), keyId, id, clock.UtcNow));
        audit.Record(new PartnerRegistered(command.Partner, command.Country, keyId));
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }

    /// <summary>SHA-256 of a P-256 key; null where it is none.</summary>
    private static string? KeyIdOf(string text)
    {
        if (text.Length is 0 or > KeyLength) return null;
        try
        {
            using var key = ECDsa.Create();
            var typed = text.Trim();
            if (typed.StartsWith("-----BEGIN", StringComparison.Ordinal)) key.ImportFromPem(typed);
            else key.ImportSubjectPublicKeyInfo(Hex.IsMatch(typed) ? Convert.FromHexString(typed) : Convert.FromBase64String(typed), out _);
            return key.KeySize == 256 ? Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo())) : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Code { get; }

    [GeneratedRegex("^[A-Z]{2}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CountryCode { get; }

    [GeneratedRegex("^(?:[0-9a-fA-F]{2})+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Hex { get; }
}
