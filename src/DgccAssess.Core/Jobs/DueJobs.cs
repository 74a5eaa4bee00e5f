using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Jobs;

/// <summary>Finds rows whose time has come and marks them as handed over. What the queue loses is found again when that mark runs out.</summary>
public sealed class DueJobs(SpaceDbContext db, TimeProvider clock)
{
    private const int AtOnce = 100;

    /// <summary>Whether there is one at all.</summary>
    public static GlanceQuestion Any { get; } = new("due-jobs", (db, now) => db.Outbox.Where(r => r.State == JobState.Waiting && r.DueAt <= now).Select(r => r.Id));

    public async Task<IReadOnlyList<Guid>> TakeAsync(CancellationToken ct)
    {
        var now = clock.UtcNow;
        var until = now + JobRules.HandOver;
        var due = await db.Outbox.Where(r => r.State == JobState.Waiting && r.DueAt <= now).OrderBy(r => r.DueAt).ThenBy(r => r.Id).Take(AtOnce).Select(r => r.Id).ToListAsync(ct);
        List<Guid> taken = [];
        foreach (var id in due)
        {
            // Of several relays one takes it.
            var won = await db.Outbox.Where(r => r.Id == id && r.State == JobState.Waiting && r.DueAt <= now).ExecuteUpdateAsync(set => set.SetProperty(r => r.DueAt, until), ct);
            if (won == 1) taken.Add(id);
        }

        return taken;
    }
}
