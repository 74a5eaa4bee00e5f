using DgccAssess.Core.Data;
using DgccAssess.Core.Jobs;
using DgccAssess.Core.Tenancy;
using Hangfire;
using Microsoft.Extensions.Options;

namespace DgccAssess.Web.Infrastructure.Jobs;

/// <summary>
/// Hands due rows of every space's outbox to the queue: at once what this process wrote, and what other processes wrote, what a pause ended for or
/// what a crash left behind when it looks around.
/// </summary>
public sealed class OutboxRelay(
    SpaceScopes scopes, IMultiTenantStore spaces, SpaceSchemas schemas, SpaceGlance glance, JobSignal signal, IBackgroundJobClient queue, IRecurringJobManager recurring,
    IEnumerable<RecurringWork> jobs, IOptions<JobServerOptions> options, TimeProvider clock, ILogger<OutboxRelay> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var job in jobs)
        {
            recurring.AddOrUpdate<QueuedJobs>(job.Name, q => q.FanOutAsync(job.Name, CancellationToken.None), job.Cron);
        }

        var interval = TimeSpan.FromSeconds(options.Value.PollSeconds);
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAroundAsync(stoppingToken);
            var next = clock.UtcNow + interval;
            while (next - clock.UtcNow is { Ticks: > 0 } left)
            {
                if (await signal.WaitAsync(left, stoppingToken) is { } id && await spaces.GetAsync(id, stoppingToken) is { } space) await RelayAsync(space, stoppingToken);
            }
        }
    }

    private async Task LookAroundAsync(CancellationToken ct)
    {
        try
        {
            foreach (var space in await spaces.GetAllAsync(ct)) await RelayAsync(space, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The register can't be read now; the next look around asks again.
            log.LogWarning(e, "The spaces could not be listed; their jobs wait.");
        }
    }

    private async Task RelayAsync(SpaceInfo space, CancellationToken ct)
    {
        try
        {
            if (!await schemas.FitsAsync(space, ct) || !await glance.AnyAsync(space, DueJobs.Any, ct)) return;
            foreach (var row in await scopes.RunAsync(space, scope => scope.GetRequiredService<DueJobs>().TakeAsync(ct)))
            {
                queue.Enqueue<QueuedJobs>(q => q.RunRowAsync(space.Id, row, CancellationToken.None));
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One space's database must not keep the others' work waiting; its rows stay due.
            log.LogWarning(e, "Jobs of space {Space} could not be read; they wait.", space.Id);
        }
    }
}
