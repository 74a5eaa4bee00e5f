using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Jobs;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Printing;

public sealed record ResumePapersCommand(string Round, Guid BatchId, int? Version);

/// <summary>Prints again what failed of a finished batch.</summary>
public sealed class ResumePapers(TenantDbContext db, AuditTrail audit, Outbox outbox, ActorContext actor, TimeProvider clock)
{
    public async Task<Result> HandleAsync(ResumePapersCommand command, CancellationToken ct = default)
    {
        if (!actor.Current.Can(Permissions.RoundsOrganize)) return Result.Forbidden();
        if (command.Version is not { } version) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        var batch = await db.PrintBatches.FirstOrDefaultAsync(b => b.Id == command.BatchId && db.Rounds.Any(r => r.Id == b.RoundId && r.Code == command.Round), ct);
        if (batch is null) return Result.NotFound();
        if (batch is { State: PrintState.Printing } && batch.Version == version + 1) return Result.Ok;
        if (batch.Version != version) return Result.Stale();

        var failed = await db.PrintItems.Where(i => i.BatchId == batch.Id && i.State == PrintItemState.Failed).ToListAsync(ct);
        if (failed.Count == 0) return Result.Conflict(PrintingMessages.NothingFailed);
        if (batch.Resume(clock.UtcNow) is { Succeeded: false } refused) return refused;

        foreach (var item in failed) item.State = PrintItemState.Waiting;
        audit.Record(new PapersResumed(command.Round, batch.Id, failed.Count));
        outbox.Add<PrintPapers, PrintPapersArgs>(new(batch.Id));
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Result.Stale();
        }
    }
}
