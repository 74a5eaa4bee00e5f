using System.ComponentModel.DataAnnotations;
using DgccAssess.Core.Data;
using DgccAssess.Core.Jobs;
using DgccAssess.Core.Tenancy;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;

namespace DgccAssess.Web.Infrastructure.Jobs;

/// <summary>Bound from "Jobs".</summary>
public sealed record JobServerOptions
{
    /// <summary>This process runs jobs; every process writes them.</summary>
    public bool Server { get; init; } = true;

    /// <summary>Jobs run at the same time.</summary>
    [Range(1, 64)]
    public int Workers { get; init; } = 4;

    /// <summary>Seconds between two looks into the spaces' outboxes; work asked for in this process is taken at once.</summary>
    [Range(1, 600)]
    public int PollSeconds { get; init; } = 15;
}

/// <summary>The queue in front of the outboxes. What it loses is found again in the rows, so the embedded database needs no more than memory for it.</summary>
public static class JobServer
{
    public const string ServerKey = "Jobs:Server";

    private const string Schema = "hangfire";

    /// <summary>How long work under way has to end when the server is told to; then it is cancelled and goes on elsewhere.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddJobServer(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<JobServerOptions>().BindConfiguration("Jobs").ValidateDataAnnotations().ValidateOnStart();
        if (!configuration.GetValue(ServerKey, defaultValue: true)) return services;

        services.AddHangfire((provider, hangfire) =>
        {
            hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            // Attempts are counted in the row, by its own pauses.
            hangfire.UseFilter(new AutomaticRetryAttribute { Attempts = 0, LogEvents = false });
            UseStorage(hangfire, provider.GetRequiredService<SpaceDatabases>().PlaceOf(SpaceInfo.HubId));
        });
        services.AddHangfireServer((provider, server) =>
        {
            server.WorkerCount = provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<JobServerOptions>>().Value.Workers;
            server.ShutdownTimeout = Patience;
        });
        return services.AddSingleton<QueuedJobs>().AddHostedService<OutboxRelay>();
    }

    private static void UseStorage(IGlobalConfiguration hangfire, DatabasePlace hub) => _ = hub.Provider switch
    {
        DatabaseProvider.Sqlite => (object)hangfire.UseInMemoryStorage(),
        DatabaseProvider.PostgreSql => hangfire.UsePostgreSqlStorage(o => o.UseNpgsqlConnection(hub.ConnectionString), new PostgreSqlStorageOptions { SchemaName = Schema }),
        DatabaseProvider.SqlServer => hangfire.UseSqlServerStorage(hub.ConnectionString, new Hangfire.SqlServer.SqlServerStorageOptions { SchemaName = Schema }),
        _ => throw new InvalidOperationException($"No job storage for {hub.Provider}."),
    };
}

/// <summary>What the queue holds: a space's id, and which row or which recurring job.</summary>
public sealed class QueuedJobs(
    SpaceJobs jobs, IEnumerable<RecurringWork> recurring, IMultiTenantStore spaces, SpaceSchemas schemas, SpaceGlance glance, IBackgroundJobClient queue)
{
    public Task RunRowAsync(string spaceId, Guid rowId, CancellationToken ct) => jobs.RunAsync(spaceId, rowId, ct);

    public Task RunRecurringAsync(string spaceId, string name, CancellationToken ct) => jobs.RunRecurringAsync(spaceId, name, ct);

    /// <summary>One of each space's own, so that a slow or broken database keeps no other waiting.</summary>
    public async Task FanOutAsync(string name, CancellationToken ct)
    {
        var question = recurring.FirstOrDefault(w => w.Name == name)?.OnlyIf;
        foreach (var space in await spaces.GetAllAsync(ct))
        {
            if (!await schemas.FitsAsync(space, ct)) continue;
            if (question is null || await glance.AnyAsync(space, question, ct)) queue.Enqueue<QueuedJobs>(q => q.RunRecurringAsync(space.Id, name, CancellationToken.None));
        }
    }
}
