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
    private readonly ConcurrentDictionary<string, DatabasePlace> places = new(StringComparer.Ordinal);
    private DbContextOptions<HubDbContext>? hub;

    /// <summary>Where a space's database is, whether it exists or not. Read once: a changed setting counts from the next start.</summary>
    public DatabasePlace PlaceOf(string spaceId) => places.GetOrAdd(spaceId, options.Value.For);

    /// <summary>Ids that have settings of their own but name no known space: a misspelt one would send a government's data elsewhere.</summary>
    public IReadOnlyList<string> SettingsOfNobody(IEnumerable<string> known) =>
        [.. options.Value.Spaces.Keys.Except(known.Append(SpaceInfo.HubId), StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];

    public TenantDbContext OpenTenant(SpaceInfo space) => space.IsHub
        ? throw new InvalidOperationException("The hub has no tenant database.")
        : new TenantDbContext(tenants.GetOrAdd(space.Id, id => Build<TenantDbContext>(id, guarded: true)), space);

    public HubDbContext OpenHub() => new(hub ??= Build<HubDbContext>(SpaceInfo.HubId, guarded: true), HubSpace);

    /// <summary>For creation and migration only: the database may not name its space yet.</summary>
    public SpaceDbContext OpenUnguarded(SpaceInfo space) => space.IsHub
        ? new HubDbContext(Build<HubDbContext>(space.Id, guarded: false), space)
        : new TenantDbContext(Build<TenantDbContext>(space.Id, guarded: false), space);

    /// <summary>The hub as the register knows it before anything is applied; its settings come from tenants/hub.</summary>
    public static SpaceInfo HubSpace { get; } = new()
    {
        Id = SpaceInfo.HubId,
        Identifier = SpaceInfo.HubId,
        Kind = SpaceKind.Hub,
        Settings = new() { Names = LocalizedText.Of(("en", "Hub")), Languages = ["en"], TimeZone = "Asia/Seoul" },
    };

    private DbContextOptions<T> Build<T>(string spaceId, bool guarded)
        where T : SpaceDbContext
    {
        var place = PlaceOf(spaceId);
        var builder = new DbContextOptionsBuilder<T>().UseLoggerFactory(loggers).UseProvider(place.Provider, place.ConnectionString);
        builder.ConfigureWarnings(w => w.Log((RelationalEventId.CommandExecuted, LogLevel.Debug)));
        if (guarded) builder.AddInterceptors(new SpaceGuard(spaceId));
        return builder.Options;
    }
}
