using DgccAssess.Core;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DgccAssess.Cli;

/// <summary>The services of Core for a command that works on databases. Settings come from the environment (Database__ConnectionString ...), as for the web.</summary>
internal sealed class DgccHost : IAsyncDisposable
{
    private readonly IHost host;

    private DgccHost(IHost host) => this.host = host;

    public IServiceProvider Services => host.Services;

    public string Environment => Services.GetRequiredService<IHostEnvironment>().EnvironmentName;

    /// <param name="settings">Over those of the environment.</param>
    public static DgccHost Open(IConfiguration? settings = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = false });
        if (settings is not null) builder.Configuration.AddConfiguration(settings);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddDgccCore();
        return new DgccHost(builder.Build());
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Works in a space as the program.</summary>
    public Task<T> InSpaceAsync<T>(SpaceInfo space, string actor, Func<IServiceProvider, Task<T>> work) =>
        Get<SpaceScopes>().RunAsync(space, services =>
        {
            services.GetRequiredService<ActorContext>().Set(Actor.Program(actor));
            return work(services);
        });

    public ValueTask DisposeAsync()
    {
        host.Dispose();
        return ValueTask.CompletedTask;
    }
}
