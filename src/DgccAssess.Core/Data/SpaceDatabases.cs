using System.Collections.Concurrent;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DgccAssess.Core.Data;

/// <summary>Knows where each space's database is and how to open it; every space has a pool of its own.</summary>
public sealed class SpaceDatabases(IOptions<DatabaseOptions> options, ILoggerFactory loggers) : IDisposable, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<SpacePool<TenantDbContext>>> tenants = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<SpacePool<HubDbContext>>> hubs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DatabasePlace> places = new(StringComparer.Ordinal);

    /// <summary>Where a space's database is, whether it exists or not. Read once: a changed setting counts from the next start.</summary>
    public DatabasePlace PlaceOf(string spaceId) => places.GetOrAdd(spaceId, options.Value.For);

    /// <summary>Ids that have settings of their own but name no known space: a misspelt one would send a government's data elsewhere.</summary>
    public IReadOnlyList<string> SettingsOfNobody(IEnumerable<string> known) =>
        [.. options.Value.Spaces.Keys.Except(known.Append(SpaceInfo.HubId), StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];

    public TenantDbContext OpenTenant(SpaceInfo space) => space.IsHub
        ? throw new InvalidOperationException("The hub has no tenant database.")
        : PoolOf(tenants, space.Id).Open(space);

    public HubDbContext OpenHub() => PoolOf(hubs, SpaceInfo.HubId).Open(HubSpace);

    /// <summary>For creation and migration only: the database may not name its space yet.</summary>
    public SpaceDbContext OpenUnguarded(SpaceInfo space) => space.IsHub
        ? new HubDbContext(Unguarded<HubDbContext>(space.Id)) { Space = space }
        : new TenantDbContext(Unguarded<TenantDbContext>(space.Id)) { Space = space };

    /// <summary>Closes what is kept open of a space's database, so that it can be taken away.</summary>
    public async Task CloseAsync(string spaceId)
    {
        if (tenants.TryRemove(spaceId, out var pool)) await pool.Value.DisposeAsync();
    }

    /// <summary>The hub as the register knows it before anything is applied; its settings come from tenants/hub.</summary>
    public static SpaceInfo HubSpace { get; } = new()
    {
        Id = SpaceInfo.HubId,
        Identifier = SpaceInfo.HubId,
        Kind = SpaceKind.Hub,
        Settings = new() { Names = LocalizedText.Of(("en", "Hub")), Languages = ["en"], TimeZone = "Asia/Seoul" },
    };

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        foreach (var (id, _) in tenants) await CloseAsync(id);
        foreach (var (id, _) in hubs)
        {
            if (hubs.TryRemove(id, out var pool)) await pool.Value.DisposeAsync();
        }
    }

    // Lazy: of two requests that open a space first, one builds its pool.
    private SpacePool<T> PoolOf<T>(ConcurrentDictionary<string, Lazy<SpacePool<T>>> pools, string spaceId)
        where T : SpaceDbContext =>
        pools.GetOrAdd(spaceId, id => new(() => new(id, PlaceOf(id), builder => Configure(builder, id).AddInterceptors(new SpaceGuard(id))))).Value;

    private DbContextOptions<T> Unguarded<T>(string spaceId)
        where T : SpaceDbContext
    {
        var builder = new DbContextOptionsBuilder<T>();
        Configure(builder, spaceId);
        return builder.Options;
    }

    private DbContextOptionsBuilder Configure(DbContextOptionsBuilder builder, string spaceId)
    {
        var place = PlaceOf(spaceId);
        return builder.UseLoggerFactory(loggers).UseProvider(place.Provider, place.ConnectionString)
            .ConfigureWarnings(w => w.Log((RelationalEventId.CommandExecuted, LogLevel.Debug)));
    }
}
