using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Jobs;

/// <summary>What the queue calls: opens a scope for the space it is told and works there. No such space: throws.</summary>
public sealed class SpaceJobs(SpaceScopes scopes, IMultiTenantStore spaces, IEnumerable<RecurringWork> recurring)
{
    /// <exception cref="InvalidOperationException">There is no such space.</exception>
    public async Task RunAsync(string spaceId, Guid rowId, CancellationToken ct) =>
        await scopes.RunAsync(await SpaceAsync(spaceId, ct), scope => scope.GetRequiredService<RunJob>().HandleAsync(rowId, ct));

    /// <exception cref="InvalidOperationException">There is no such space or no such job.</exception>
    public async Task RunRecurringAsync(string spaceId, string name, CancellationToken ct)
    {
        var job = recurring.FirstOrDefault(j => j.Name == name) ?? throw new InvalidOperationException($"This program knows no recurring job '{name}'.");
        await scopes.RunAsync(await SpaceAsync(spaceId, ct), scope =>
        {
            scope.GetRequiredService<ActorContext>().Set(Actor.Program(name));
            return job.RunAsync(scope, ct);
        });
    }

    private async Task<SpaceInfo> SpaceAsync(string spaceId, CancellationToken ct) =>
        await spaces.GetAsync(spaceId, ct) ?? throw new InvalidOperationException($"There is no space '{spaceId}'; nothing is run.");
}
