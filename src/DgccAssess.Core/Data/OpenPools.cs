using System.Collections.Concurrent;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Data;

/// <summary>
/// The pools of spaces used of late. What a space nobody asks for keeps open (connections, page caches, statements: about a megabyte) goes
/// when others are asked for: a tenant more costs next to nothing while it sleeps.
/// </summary>
/// <param name="most">Pools kept, except that one in use is never taken away.</param>
/// <param name="make">A pool for the space of this id.</param>
internal sealed class OpenPools<T>(Func<int> most, Func<string, SpacePool<T>> make) : IDisposable
    where T : SpaceDbContext
{
    private readonly ConcurrentDictionary<string, Lazy<SpacePool<T>>> pools = new(StringComparer.Ordinal);

    public T Open(SpaceInfo space)
    {
        while (true)
        {
            // Lazy: of two requests that open a space first, one builds its pool.
            var pool = pools.GetOrAdd(space.Id, id => new(() => make(id)));
            if (!pool.IsValueCreated) LetGo(pools.Count - most());
            if (pool.Value.Open(space) is { } db) return db;

            // Retired since it was found.
            pools.TryRemove(new(space.Id, pool));
        }
    }

    /// <summary>Whether or not somebody still uses it.</summary>
    public void Close(string spaceId)
    {
        if (pools.TryRemove(spaceId, out var pool)) pool.Value.Dispose();
    }

    public void Dispose()
    {
        foreach (var (id, _) in pools) Close(id);
    }

    private void LetGo(int surplus)
    {
        if (surplus <= 0) return;
        var idle = pools.Where(p => p.Value.IsValueCreated).OrderBy(p => p.Value.Value.LastUsed).Where(p => p.Value.Value.TryRetire()).Take(surplus);
        foreach (var (id, pool) in idle)
        {
            pools.TryRemove(new(id, pool));
            pool.Value.Dispose();
        }
    }
}
