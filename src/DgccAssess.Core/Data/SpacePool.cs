using System.Collections.Concurrent;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Data;

/// <summary>
/// Contexts of one space, used again: a context never leaves the space it was made for. What a new one costs (its services, an embedded
/// database's settings, page cache and statements) was a fifth of an autosave.
/// </summary>
internal sealed class SpacePool<T> : IAsyncDisposable
    where T : SpaceDbContext
{
    /// <summary>Contexts kept; more are made when needed and left to the collector after, with their connections.</summary>
    private const int Kept = 128;

    private readonly string spaceId;
    private readonly DatabasePlace place;
    private readonly ServiceProvider services;
    private readonly IDbContextFactory<T> factory;
    private readonly ConcurrentBag<WeakReference<KeptSqliteConnection>> connections = [];

    public SpacePool(string spaceId, DatabasePlace place, Action<DbContextOptionsBuilder> configure)
    {
        (this.spaceId, this.place) = (spaceId, place);
        services = new ServiceCollection().AddPooledDbContextFactory<T>(configure, Kept).BuildServiceProvider();
        factory = services.GetRequiredService<IDbContextFactory<T>>();
    }

    /// <summary>A context until it is disposed, which brings it back.</summary>
    public T Open(SpaceInfo space)
    {
        if (space.Id != spaceId) throw new InvalidOperationException($"These contexts belong to space '{spaceId}', not to '{space.Id}'.");
        var db = factory.CreateDbContext();
        (db.Space, db.Holders) = (space, 1);
        if (place.Provider is DatabaseProvider.Sqlite) Keep(db);
        return db;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        foreach (var kept in connections)
        {
            if (kept.TryGetTarget(out var connection)) await connection.DisposeAsync();
        }
    }

    private void Keep(T db)
    {
        if (db.Database.GetDbConnection() is KeptSqliteConnection) return;
        var connection = new KeptSqliteConnection(place.ConnectionString);
        SqliteFunctions.AddTo(connection);
        connections.Add(new(connection));
        db.Database.SetDbConnection(connection, contextOwnsConnection: false);
    }
}
