using System.Collections.Concurrent;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DgccAssess.Core.Data;

/// <summary>Knows where each space's database is and how to open it; every space has a pool of its own.</summary>
public sealed class SpaceDatabases : IDisposable
{
    private readonly IOptions<DatabaseOptions> options;
    private readonly ILoggerFactory loggers;
    private readonly OpenPools<TenantDbContext> tenants;
    private readonly OpenPools<HubDbContext> hubs;
    private readonly ConcurrentDictionary<string, DatabasePlace> places = new(StringComparer.Ordinal);

    public SpaceDatabases(IOptions<DatabaseOptions> options, ILoggerFactory loggers)
    {
        (this.options, this.loggers) = (options, loggers);
        (tenants, hubs) = (new(() => options.Value.KeptTenants, Pool<TenantDbContext>), new(() => 1, Pool<HubDbContext>));
    }

    /// <summary>Where a space's database is, whether it exists or not. Read once: a changed setting counts from the next start.</summary>
    public DatabasePlace PlaceOf(string spaceId) => places.GetOrAdd(spaceId, options.Value.For);

    /// <summary>Ids that have settings of their own but name no known space: a misspelt one would send a government's data elsewhere.</summary>
    public IReadOnlyList<string> SettingsOfNobody(IEnumerable<string> known) =>
        [.. options.Value.Spaces.Keys.Except(known.Append(SpaceInfo.HubId), StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];

    public TenantDbContext OpenTenant(SpaceInfo space) => space.IsHub
        ? throw new InvalidOperationException("The hub has no tenant database.")
        : tenants.Open(space);

    public HubDbContext OpenHub() => hubs.Open(HubSpace);

    /// <summary>For creation and migration only: the database may not name its space yet.</summary>
    public SpaceDbContext OpenUnguarded(SpaceInfo space) => space.IsHub
        ? new HubDbContext(Unguarded<HubDbContext>(space.Id)) { Space = space }
        : new TenantDbContext(Unguarded<TenantDbContext>(space.Id)) { Space = space };

    /// <summary>Closes what is kept open of a space's database, so that it can be taken away.</summary>
    public void Close(string spaceId) => tenants.Close(spaceId);

    /// <summary>The hub as the register knows it before anything is applied; its settings come from tenants/hub.</summary>
    public static SpaceInfo HubSpace { get; } = new()
    {
        Id = SpaceInfo.HubId,
        Identifier = SpaceInfo.HubId,
        Kind = SpaceKind.Hub,
        Settings = new() { Names = LocalizedText.Of(("en", "Hub")), Languages = ["en"], TimeZone = "Asia/Seoul" },
    };

    public void Dispose()
    {
        tenants.Dispose();
        hubs.Dispose();
    }

    private SpacePool<T> Pool<T>(string spaceId)
        where T : SpaceDbContext =>
        new(spaceId, PlaceOf(spaceId), builder => Configure(builder, spaceId).AddInterceptors(new SpaceGuard(spaceId)));

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
        // Whether a migration was forgotten is asked once, by a test, not by every space at every start.
        return builder.UseLoggerFactory(loggers).UseProvider(place.Provider, place.ConnectionString)
            .ConfigureWarnings(w => w.Log((RelationalEventId.CommandExecuted, LogLevel.Debug)).Ignore(RelationalEventId.PendingModelChangesWarning));
    }
}
