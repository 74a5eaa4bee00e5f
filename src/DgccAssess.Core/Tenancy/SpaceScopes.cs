using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Tenancy;

/// <summary>Opens a scope for one space: the only way to work in a space outside a request.</summary>
public sealed class SpaceScopes(IServiceScopeFactory factory)
{
    public async Task<T> RunAsync<T>(SpaceInfo space, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = factory.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IMultiTenantContextSetter>().Set(space);
        return await work(scope.ServiceProvider);
    }

    public Task RunAsync(SpaceInfo space, Func<IServiceProvider, Task> work) =>
        RunAsync(space, async services =>
        {
            await work(services);
            return true;
        });
}
