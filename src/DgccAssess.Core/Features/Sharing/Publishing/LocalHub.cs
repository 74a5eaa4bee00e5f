using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Sharing.Publishing;

/// <summary>The hub of this installation, in a scope of its own: what it is handed is text, as it would be over the net.</summary>
public sealed class LocalHub(SpaceInfo tenant, SpaceScopes scopes, IMultiTenantStore spaces) : ISharingHub
{
    public Task PublishAsync(SignedPublication publication, CancellationToken ct) => InHubAsync(async hub =>
    {
        var taken = await hub.GetRequiredService<ReceivePublication>().HandleAsync(new(tenant.Id, publication), ct);
        if (!taken.Succeeded) throw new SharingRefusedException($"The hub refused a publication of '{tenant.Id}': {(taken.Problems is [var first, ..] ? first.Message : taken.Kind.ToString())}");
        return true;
    });

    public Task<IReadOnlyList<AccessRecord>> AccessesAsync(DateTime since, CancellationToken ct) => InHubAsync(hub => hub.GetRequiredService<ListAccesses>().HandleAsync(tenant.Id, since, ct));

    private async Task<T> InHubAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        var hub = await spaces.GetAsync(SpaceInfo.HubId, CancellationToken.None) ?? throw new InvalidOperationException("This installation has no hub.");
        return await scopes.RunAsync(hub, async services =>
        {
            services.GetRequiredService<ActorContext>().Set(Actor.Program($"{tenant.Id}, sharing"));
            return await work(services);
        });
    }
}
