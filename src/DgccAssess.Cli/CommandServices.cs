using DgccAssess.Core;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DgccAssess.Cli;

/// <summary>The services of commands that work on databases, set up by the same settings as the server's (Database__ConnectionString and so on).</summary>
internal static class CommandServices
{
    public static ServiceProvider Create(IConfiguration? configuration) => new ServiceCollection()
        .AddSingleton(configuration ?? new ConfigurationBuilder().AddEnvironmentVariables().Build())
        .AddLogging(logging => logging.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error))
        .AddDgccCore()
        .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });

    /// <summary>Works in a space as the program.</summary>
    public static Task<T> InSpaceAsync<T>(this IServiceProvider services, SpaceInfo space, string actor, Func<IServiceProvider, Task<T>> work) =>
        services.GetRequiredService<SpaceScopes>().RunAsync(space, scope =>
        {
            scope.GetRequiredService<ActorContext>().Set(Actor.Program(actor));
            return work(scope);
        });

    /// <summary>The tenant of that name; null when there is none.</summary>
    public static async Task<SpaceInfo?> FindTenantAsync(this IServiceProvider services, string name, CancellationToken ct) =>
        await services.GetRequiredService<IMultiTenantStore>().GetAsync(name, ct) is { IsHub: false } space ? space : null;
}
