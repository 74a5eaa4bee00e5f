using DgccAssess.Core;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DgccAssess.Cli;

/// <summary>The services of commands that work on databases, set up by the same settings as the server's (Database__ConnectionString and so on).</summary>
internal static class CommandServices
{
    /// <exception cref="OptionsValidationException">The settings are wrong; said before anything is opened.</exception>
    public static ServiceProvider Create(IConfiguration? configuration)
    {
        var services = Build(configuration);
        services.GetRequiredService<IStartupValidator>().Validate();
        return services;
    }

    private static ServiceProvider Build(IConfiguration? configuration) => Build(new ServiceCollection(), configuration ?? new ConfigurationBuilder().AddEnvironmentVariables().Build());

    private static ServiceProvider Build(ServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(configuration)
        .AddLogging(logging => logging.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error))
        .AddDgccCore(configuration)
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
