using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Jobs;

/// <summary>Removes what was finished long ago.</summary>
public sealed class ForgetJobs(SpaceDbContext db, TimeProvider clock)
{
    public Task HandleAsync(CancellationToken ct)
    {
        var outdated = clock.UtcNow - JobRules.Kept;
        return db.Outbox.Where(r => r.State == JobState.Done && r.CreatedAt < outdated).ExecuteDeleteAsync(ct);
    }
}
