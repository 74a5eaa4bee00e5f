using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Sharing.Ledger;

/// <summary>Fetches from the hub who saw what of this government, and keeps it. The hub is asked again for the last minutes each time: a note that was being written is not missed.</summary>
public sealed class CollectLedger(TenantDbContext db, ISharingHub hub)
{
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    /// <summary>Whether this government shares anything at all.</summary>
    public static GlanceQuestion Shares { get; } = new("shares", (db, _) => ((TenantDbContext)db).SharingPublications.Where(p => p.DeliveredAt != null).Select(p => p.Id));

    /// <returns>How many lines are new.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        if (!await db.SharingPublications.AnyAsync(p => p.DeliveredAt != null, ct)) return 0;
        var last = await db.SharingLedger.MaxAsync(e => (DateTime?)e.At, ct);
        var records = await hub.AccessesAsync(last is { } at ? at - Overlap : DateTime.UnixEpoch, ct);
        var ids = records.Select(r => r.Id).ToList();
        var known = (await db.SharingLedger.Where(e => ids.Contains(e.Id)).Select(e => e.Id).ToListAsync(ct)).ToHashSet();
        var news = records.Where(r => !known.Contains(r.Id)).ToList();
        db.SharingLedger.AddRange(news.Select(r => new LedgerEntry
        {
            Id = r.Id, At = r.At, ByName = r.ByName, Kind = r.Kind, Place = r.Place, Round = r.Round, Number = r.Number, Level = r.Level, Agreement = r.Agreement,
        }));
        await db.SaveChangesAsync(ct);
        return news.Count;
    }
}
