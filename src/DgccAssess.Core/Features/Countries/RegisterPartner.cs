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

    public async Task<Result> HandleAsync(RegisterPartnerCommand command, CancellationToken ct = default)
    {
        if (!actor.Current.Can(Permissions.TenantsOperate)) return Result.Forbidden();
        List<Problem> problems = [];
        if (command.Partner.Length > CountryRules.PartnerLength || !Code.IsMatch(command.Partner)) problems.Add(new(nameof(command.Partner), CountryMessages.PartnerWrong));
        if (!CountryCode.IsMatch(command.Country)) problems.Add(new(nameof(command.Country), CountryMessages.CountryWrong));
        if (command.Name.Trim().Length is 0 or > NameLength) problems.Add(new(nameof(command.Name), CountryMessages.NameWrong, NameLength));
        var (id, fault) = await PartnerInstallation.ProgramAsync(db, command.Partner, command.ClientId, ct);
        if (fault is not null) problems.Add(fault);
        if (PartnerInstallation.KeyIdOf(command.PublicKey) is not { } keyId)
        {
            problems.Add(new(nameof(command.PublicKey), CountryMessages.KeyWrong));
            keyId = "";
        }

        if (problems.Count > 0) return Result.Invalid(problems);

        if (await db.SharingPartners.AsNoTracking().FirstOrDefaultAsync(p => p.Id == command.Partner, ct) is { } known)
            return known.ClientId == id && known.KeyId == keyId ? Result.Ok : Result.Conflict(CountryMessages.PartnerTaken, command.Partner);
        if (await db.Spaces.AnyAsync(s => s.Id == command.Partner, ct)) return Result.Conflict(CountryMessages.PartnerTaken, command.Partner);

        db.SharingPartners.Add(SharingPartner.Create(command.Partner, command.Country, LocalizedText.Of(("en", command.Name.Trim())), keyId, id, clock.UtcNow));
        audit.Record(new PartnerRegistered(command.Partner, command.Country, keyId));
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Code { get; }

    [GeneratedRegex("^[A-Z]{2}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CountryCode { get; }
}
