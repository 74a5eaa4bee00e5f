using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DgccAssess.Core.Jobs;

/// <summary>Runs one row of the space's outbox, unless it is done, given up or under way elsewhere. A failure is written to the row and tried again later.</summary>
public sealed class RunJob(SpaceDbContext db, SpaceContext context, SpaceScopes scopes, IEnumerable<JobKind> kinds, ActorContext actor, IServiceProvider services, TimeProvider clock, ILogger<RunJob> log)
{
    public async Task HandleAsync(Guid rowId, CancellationToken ct)
    {
        if (await ClaimAsync(rowId, ct) is not { } row) return;

        actor.Set(Actor.Program(row.Job));
        using var lease = CancellationTokenSource.CreateLinkedTokenSource(ct);
        lease.CancelAfter(JobRules.Lease);
        try
        {
            if (row.Attempts > JobRules.MaxAttempts) throw new InvalidOperationException("Begun too often without an end.");
            await KindOf(row).RunAsync(services, row.Arguments, lease.Token);
            await FinishAsync(row, JobState.Done, error: null);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The server ends: somebody else goes on at once.
            await ReleaseAsync(row, clock.UtcNow, row.Error);
            throw;
        }
        catch (Exception e)
        {
            // The edge of a job: whatever went wrong is noted in its row, and the row outlives the process.
            log.LogWarning(e, "{Job} {Row} of space {Space} failed at attempt {Attempt}", row.Job, row.Id, context.Space.Id, row.Attempts);
            await FailAsync(row, Shortened(e), ct);
        }
    }

    private async Task<OutboxRow?> ClaimAsync(Guid rowId, CancellationToken ct)
    {
        var now = clock.UtcNow;
        var until = now + JobRules.Lease;
        var row = await db.Outbox.AsNoTracking().FirstOrDefaultAsync(r => r.Id == rowId, ct);
        if (row is not { State: JobState.Waiting } || row.RunningUntil > now) return null;

        var won = await db.Outbox.Where(r => r.Id == rowId && r.State == JobState.Waiting && r.Attempts == row.Attempts).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Attempts, row.Attempts + 1).SetProperty(r => r.RunningUntil, until).SetProperty(r => r.DueAt, until), ct);
        if (won == 0) return null;
        row.Attempts++;
        return row;
    }

    private JobKind KindOf(OutboxRow row) => kinds.FirstOrDefault(k => k.Name == row.Job) ?? throw new InvalidOperationException($"This program knows no job '{row.Job}'.");

    private async Task FailAsync(OutboxRow row, string error, CancellationToken ct)
    {
        if (!JobRules.GivesUp(row.Attempts))
        {
            await ReleaseAsync(row, clock.UtcNow + JobRules.Pause(row.Attempts), error);
            return;
        }

        if (kinds.FirstOrDefault(k => k.Name == row.Job) is { } kind)
        {
            await scopes.RunAsync(context.Space, scope =>
            {
                ((ActorContext)scope.GetService(typeof(ActorContext))!).Set(Actor.Program(row.Job));
                return kind.GiveUpAsync(scope, row.Arguments, error, ct);
            });
        }

        await FinishAsync(row, JobState.Failed, error);
    }

    // The context may hold what a failed save left; the row is written past it. Written even when the server is told to end.
    private Task ReleaseAsync(OutboxRow row, DateTime dueAt, string? error) => Mine(row).ExecuteUpdateAsync(
        set => set.SetProperty(r => r.RunningUntil, (DateTime?)null).SetProperty(r => r.DueAt, dueAt).SetProperty(r => r.Error, error), CancellationToken.None);

    private Task FinishAsync(OutboxRow row, JobState state, string? error)
    {
        var (now, arguments) = (clock.UtcNow, state is JobState.Done ? "{}" : row.Arguments);
        return Mine(row).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.State, state).SetProperty(r => r.FinishedAt, now).SetProperty(r => r.RunningUntil, (DateTime?)null)
                .SetProperty(r => r.Error, error).SetProperty(r => r.Arguments, arguments),
            CancellationToken.None);
    }

    private IQueryable<OutboxRow> Mine(OutboxRow row) => db.Outbox.Where(r => r.Id == row.Id && r.Attempts == row.Attempts);

    private static string Shortened(Exception e)
    {
        var text = $"{e.GetType().Name}: {e.Message}".ReplaceLineEndings(" ");
        return text.Length <= JobRules.MaxError ? text : text[..JobRules.MaxError];
    }
}
