using System.Collections.Concurrent;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DgccAssess.Core.Data;

/// <summary>Knows where each space's database is and how to open it; options are built once per space.</summary>
public sealed class SpaceDatabases(IOptions<DatabaseOptions> options, ILoggerFactory loggers)
{
    private readonly ConcurrentDictionary<string, DbContextOptions<TenantDbContext>> tenants = new(StringComparer.Ordinal);
    private readonly Lazy<DbContextOptions<HubDbContext>> hub = new(() => Build<HubDbContext>(options.Value, SpaceInfo.HubId, loggers, guarded: true));

    public DatabaseProvider Provider => options.Value.Provider;

    public TenantDbContext OpenTenant(SpaceInfo space) => space.IsHub
        ? throw new InvalidOperationException("The hub has no tenant database.")
        : new TenantDbContext(tenants.GetOrAdd(space.Id, id => Build<TenantDbContext>(options.Value, id, loggers, guarded: true)), space);

    public HubDbContext OpenHub() => new(hub.Value, HubSpace);

    /// <summary>For creation and migration only: the database may not name its space yet.</summary>
    public SpaceDbContext OpenUnguarded(SpaceInfo space) => space.IsHub
        ? new HubDbContext(Build<HubDbContext>(options.Value, space.Id, loggers, guarded: false), space)
        : new TenantDbContext(Build<TenantDbContext>(options.Value, space.Id, loggers, guarded: false), space);

    /// <summary>The hub as the register knows it before anything is applied; its settings come from tenants/hub.</summary>
    public static SpaceInfo HubSpace { get; } = new()
    {
        Id = SpaceInfo.HubId,
        Identifier = SpaceInfo.HubId,
        Kind = SpaceKind.Hub,
        Settings = new() { Names = LocalizedText.Of(("en", "Hub")), Languages = ["en"], TimeZone = "Asia/Seoul" },
    };

    private static DbContextOptions<T> Build<T>(DatabaseOptions database, string spaceId, ILoggerFactory loggers, bool guarded)
        where T : SpaceDbContext
    {
        var builder = new DbContextOptionsBuilder<T>().UseLoggerFactory(loggers).UseProvider(database.Provider, database.For(spaceId));
        builder.ConfigureWarnings(w => w.Log((RelationalEventId.CommandExecuted, LogLevel.Debug)));
        if (guarded) builder.AddInterceptors(new SpaceGuard(spaceId));
        return builder.Options;
    }
}
