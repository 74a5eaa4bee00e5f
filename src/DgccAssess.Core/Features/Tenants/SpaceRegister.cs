using System.Collections.Concurrent;
using DgccAssess.Core.Data;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Tenants;

/// <summary>The spaces of this installation, read from the hub's register. Known ones are kept for a short while; an unknown one is looked up each time.</summary>
public sealed class SpaceRegister(SpaceDatabases databases, TimeProvider clock) : IMultiTenantStore
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, (SpaceInfo Space, DateTime ReadAt)> known = new(StringComparer.Ordinal);

    public Task<SpaceInfo?> GetAsync(string id, CancellationToken ct = default) => FindAsync("id:" + id, s => s.Id == id, s => s.Id == id, ct);

    public Task<SpaceInfo?> GetByIdentifierAsync(string identifier, CancellationToken ct = default) =>
        FindAsync("at:" + identifier, s => s.Identifier == identifier, s => s.Identifier == identifier, ct);

    public async Task<SpaceInfo?> GetByHostAsync(string host, CancellationToken ct = default)
    {
        var key = "host:" + host.ToLowerInvariant();
        if (TryKnown(key) is { } hit) return hit;
        var space = (await GetAllAsync(ct)).FirstOrDefault(s => s.Settings.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase));
        return space is null ? null : Remember(key, space);
    }

    public async Task<IReadOnlyList<SpaceInfo>> GetAllAsync(CancellationToken ct = default)
    {
        await using var hub = databases.OpenHub();
        var records = await hub.Spaces.AsNoTracking().Where(s => s.State != SpaceState.Deleted).OrderBy(s => s.Id).ToListAsync(ct);
        return [.. records.Select(r => r.ToSpaceInfo())];
    }

    /// <summary>A space just changed: this process sees it at once, others when what they know is old.</summary>
    public void Forget(string id)
    {
        foreach (var key in known.Where(k => k.Value.Space.Id == id).Select(k => k.Key)) known.TryRemove(key, out _);
    }

    // SQL Server compares without regard to case and trailing spaces: it is asked, and what it found is looked at again.
    private async Task<SpaceInfo?> FindAsync(string key, System.Linq.Expressions.Expression<Func<SpaceRecord, bool>> where, Func<SpaceInfo, bool> isIt, CancellationToken ct)
    {
        if (TryKnown(key) is { } hit) return hit;
        await using var hub = databases.OpenHub();
        var record = await hub.Spaces.AsNoTracking().Where(s => s.State != SpaceState.Deleted).FirstOrDefaultAsync(where, ct);
        return record?.ToSpaceInfo() is { } space && isIt(space) ? Remember(key, space) : null;
    }

    private SpaceInfo? TryKnown(string key) =>
        known.TryGetValue(key, out var entry) && clock.UtcNow - entry.ReadAt < Fresh ? entry.Space : null;

    private SpaceInfo Remember(string key, SpaceInfo space)
    {
        known[key] = (space, clock.UtcNow);
        return space;
    }
}
