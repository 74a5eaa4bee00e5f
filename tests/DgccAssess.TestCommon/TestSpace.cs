using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.TestCommon;

/// <summary>A tenant of its own for one test, with builders by name. Work in it runs as the program unless a person is named.</summary>
public sealed partial class TestSpace(TestApp app, SpaceInfo space)
{
    public TestApp App { get; } = app;
    public SpaceInfo Space { get; } = space;
    public string Path => "/" + Space.Identifier;

    public Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> work, Actor? actor = null) =>
        App.Services.GetRequiredService<SpaceScopes>().RunAsync(Space, services =>
        {
            services.GetRequiredService<ActorContext>().Set(actor ?? Actor.Program("test"));
            return work(services);
        });

    public Task RunAsync(Func<IServiceProvider, Task> work, Actor? actor = null) => RunAsync(async services =>
    {
        await work(services);
        return true;
    }, actor);

    /// <summary>Reads straight from the space's database.</summary>
    public Task<T> ReadAsync<T>(Func<TenantDbContext, Task<T>> read) => RunAsync(services => read(services.GetRequiredService<TenantDbContext>()));
}
