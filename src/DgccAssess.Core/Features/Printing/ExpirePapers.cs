using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Jobs;
using DgccAssess.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Printing;

/// <summary>Deletes the files of batches whose time is over; who asked for them stays known.</summary>
public sealed class ExpirePapers(SpaceDbContext space, PrintedFiles files, AuditTrail audit, TimeProvider clock)
{
    public async Task HandleAsync(CancellationToken ct = default)
    {
        // Runs in every space; the hub prints nothing.
        if (space is not TenantDbContext db) return;

        var now = clock.UtcNow;
        foreach (var batch in await db.PrintBatches.Where(b => b.State == PrintState.Done && b.ExpiresAt < now).ToListAsync(ct))
        {
            // First said, then done: no page offers files that are gone, and a crash in between leaves files that nobody can reach.
            batch.Expire();
            audit.Record(new PapersExpired(await db.Rounds.Where(r => r.Id == batch.RoundId).Select(r => r.Code).SingleAsync(ct), batch.Id));
            await db.SaveChangesAsync(ct);
            files.Delete(batch.Id);
        }
    }
}
