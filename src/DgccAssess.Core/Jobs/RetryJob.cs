using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Jobs;

/// <param name="Id">The row.</param>
/// <param name="Version">Attempts as they were shown.</param>
public sealed record RetryJobCommand(Guid Id, int? Version);

public sealed record JobRetried(Guid JobId, string Job, int Attempts) : AuditFact($"jobs/{JobId}");

/// <summary>Gives work that was given up a new row of attempts. Done or waiting work stays as it is.</summary>
public sealed class RetryJob(SpaceDbContext db, JobSignal signal, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(RetryJobCommand command, CancellationToken ct)
    {
        if (await db.Outbox.FirstOrDefaultAsync(r => r.Id == command.Id, ct) is not { } row) return Result.NotFound();
        if (command.Version is null) return Result.Invalid("Version", Messages.VersionMissing);
        if (row.State is not JobState.Failed) return row.Attempts == 0 ? Result.Ok : Result.Stale();
        if (row.Attempts != command.Version) return Result.Stale();

        audit.Record(new JobRetried(row.Id, row.Job, row.Attempts));
        (row.State, row.Attempts, row.DueAt, row.FinishedAt) = (JobState.Waiting, 0, clock.UtcNow, null);
        await db.SaveChangesAsync(ct);
        signal.Notify(db.Space.Id);
        return Result.Ok;
    }
}
