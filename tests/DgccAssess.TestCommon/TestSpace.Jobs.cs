using DgccAssess.Core.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.TestCommon;

public sealed partial class TestSpace
{
    /// <summary>Runs what is due as the server would, until nothing is.</summary>
    /// <returns>How many rows were run.</returns>
    public async Task<int> RunDueJobsAsync()
    {
        var jobs = App.Services.GetRequiredService<SpaceJobs>();
        for (var run = 0; ;)
        {
            var due = await RunAsync(services => services.GetRequiredService<DueJobs>().TakeAsync(CancellationToken.None));
            if (due.Count == 0) return run;
            foreach (var row in due) await jobs.RunAsync(Space.Id, row, CancellationToken.None);
            run += due.Count;
        }
    }

    /// <summary>Pauses, hand-overs and leases of unfinished work are over.</summary>
    public Task PassTimeForJobsAsync()
    {
        var past = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-1);
        return ReadAsync(db => db.Outbox.Where(r => r.State == JobState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.DueAt, past).SetProperty(r => r.RunningUntil, r => r.RunningUntil == null ? null : past)));
    }
}
