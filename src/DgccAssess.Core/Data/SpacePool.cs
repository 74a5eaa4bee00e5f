using System.Collections.Concurrent;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Data;

/// <summary>
/// Contexts of one space, used again: a context never leaves the space it was made for. What a new one costs (its services, an embedded
/// database's settings, page cache and statements) was a fifth of an autosave.
/// </summary>
internal sealed class SpacePool<T> : ISpacePool
    where T : SpaceDbContext
{
    /// <summary>Contexts kept; more are made when needed and left to the collector after, with their connections.</summary>
    private const int Kept = 128;

    private readonly string spaceId;
    private readonly DatabasePlace place;
    private readonly ServiceProvider services;
    private readonly IDbContextFactory<T> factory;
    private readonly ConcurrentBag<WeakReference<KeptSqliteConnection>> connections = [];
    private readonly Lock gate = new();
    private int inUse;
    private bool retired;
    private bool disposed;

    public SpacePool(string spaceId, DatabasePlace place, Action<DbContextOptionsBuilder> configure)
    {
        (this.spaceId, this.place) = (spaceId, place);
        services = new ServiceCollection().AddPooledDbContextFactory<T>(configure, Kept).BuildServiceProvider();
        factory = services.GetRequiredService<IDbContextFactory<T>>();
    }

    /// <summary>When a context was last asked for: <see cref="Environment.TickCount64"/>, milliseconds.</summary>
    public long LastUsed { get; private set; } = Environment.TickCount64;

    /// <summary>A context until it is disposed, which brings it back. Null: the pool is retired, another takes its place.</summary>
    public T? Open(SpaceInfo space)
    {
        if (space.Id != spaceId) throw new InvalidOperationException($"These contexts belong to space '{spaceId}', not to '{space.Id}'.");
        lock (gate)
        {
            if (retired) return null;
            (inUse, LastUsed) = (inUse + 1, Environment.TickCount64);
        }

        try
        {
            var db = factory.CreateDbContext();
            (db.Space, db.Holders, db.Pool) = (space, 1, this);
            if (place.Provider is DatabaseProvider.Sqlite) Keep(db);
            return db;
        }
        catch
        {
            Leave();
            throw;
        }
    }

    /// <summary>One context came back.</summary>
    public void Leave()
    {
        lock (gate) inUse--;
    }

    /// <summary>From now on nobody gets a context here; false: somebody has one, or it is retired already.</summary>
    public bool TryRetire()
    {
        lock (gate)
        {
            if (retired || inUse > 0) return false;
            return retired = true;
        }
    }

    public void Dispose()
    {
        // It may be closed and let go at the same moment.
        if (Interlocked.Exchange(ref disposed, value: true)) return;
        services.Dispose();
        foreach (var kept in connections)
        {
            if (kept.TryGetTarget(out var connection)) connection.Dispose();
        }
    }

    private void Keep(T db)
    {
        if (db.Database.GetDbConnection() is KeptSqliteConnection) return;
        var connection = new KeptSqliteConnection(place.ConnectionString);
        connections.Add(new(connection));
        // A context that is given its connection teaches it what SQLite does not know: how decimals compare. One that has it set afterwards does not.
        using (var teacher = new DbContext(new DbContextOptionsBuilder().UseSqlite(connection).Options)) teacher.Database.GetDbConnection();
        db.Database.SetDbConnection(connection, contextOwnsConnection: false);
    }
}
