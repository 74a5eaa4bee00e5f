using System.Security.Cryptography;
using System.Text.RegularExpressions;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Countries;

/// <summary>By what a partner's own installation is known: its key and its program, read the same way when it is registered and when it changes.</summary>
public static partial class PartnerInstallation
{
    public const int KeyLength = 2000;
    public const int ClientIdLength = 40;

    /// <summary>SHA-256 of a P-256 key in PEM, hex or base64; null where it is none.</summary>
    public static string? KeyIdOf(string text)
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

    /// <summary>The program that was typed, if it may publish for this partner: one that may share, is not revoked and speaks for nobody else.</summary>
    internal static async Task<(Guid Id, Problem? Fault)> ProgramAsync(HubDbContext db, string partner, string typed, CancellationToken ct)
    {
        const string field = nameof(SharingPartner.ClientId);
        var client = Guid.TryParse(typed.Trim(), out var id) ? await db.ApiClients.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id && c.RevokedAt == null, ct) : null;
        if (client is null || !client.Scopes.Contains(ApiScopes.Sharing)) return (id, new(field, CountryMessages.ClientUnknown));
        // The hub knows by its program alone who is calling.
        var other = await db.SharingPartners.Where(p => p.ClientId == id && p.Id != partner).Select(p => p.Id).FirstOrDefaultAsync(ct);
        return (id, other is null ? null : new(field, CountryMessages.ClientTaken, other));
    }

    [GeneratedRegex("^(?:[0-9a-fA-F]{2})+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Hex { get; }
}
