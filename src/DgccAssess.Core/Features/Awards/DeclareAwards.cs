using System.Text;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Files;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards;

public sealed record AwardDeclared(string Code, int Number, string Hash) : AuditFact($"awards/{Code}");

public sealed record AwardWithdrawn(string Code, int Number) : AuditFact($"awards/{Code}");

/// <param name="Code">The award.</param>
/// <param name="Document">Its rules from now on; null when it is withdrawn.</param>
/// <param name="Hash">Of the document's canonical JSON; null when it is withdrawn.</param>
public sealed record AwardChange(string Code, AwardDocument? Document, string? Hash)
{
    /// <summary>What has to be declared or withdrawn so that exactly the wanted awards hold.</summary>
    /// <param name="declared">The hashes that hold, by code.</param>
    /// <param name="wanted">What shall hold.</param>
    public static IReadOnlyList<AwardChange> Between(IReadOnlyDictionary<string, string> declared, IReadOnlyList<AwardDocument> wanted) =>
    [
        .. wanted.Select(a => new AwardChange(a.Award.Code, a, CanonicalText.Hash(a.ToCanonicalJson()))).Where(c => declared.GetValueOrDefault(c.Code) != c.Hash),
        .. declared.Keys.Except(wanted.Select(a => a.Award.Code), StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(code => new AwardChange(code, null, null)),
    ];
}

/// <summary>Adds versions of awards to the save that is under way; earlier versions stay.</summary>
public sealed class DeclareAwards(TenantDbContext db, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The hashes that hold, by code.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> HoldingAsync(TenantDbContext db, CancellationToken ct)
    {
        var versions = await db.AwardVersions.Select(a => new { a.Code, a.Number, a.Hash }).ToListAsync(ct);
        return versions.GroupBy(a => a.Code, StringComparer.Ordinal).Select(g => g.MaxBy(a => a.Number)!).Where(a => a.Hash is not null)
            .ToDictionary(a => a.Code, a => a.Hash!, StringComparer.Ordinal);
    }

    public async Task StageAsync(IReadOnlyList<AwardChange> changes, CancellationToken ct)
    {
        foreach (var change in changes)
        {
            var number = 1 + (await db.AwardVersions.Where(a => a.Code == change.Code).MaxAsync(a => (int?)a.Number, ct) ?? 0);
            db.AwardVersions.Add(new AwardVersion
            {
                Id = clock.NewId(), Code = change.Code, Number = number, Hash = change.Hash, DeclaredAt = clock.UtcNow,
                Document = change.Document is { } document ? Encoding.UTF8.GetString(document.ToCanonicalJson()) : null,
            });
            audit.Record(change.Hash is { } hash ? new AwardDeclared(change.Code, number, hash) : new AwardWithdrawn(change.Code, number));
        }
    }
}
