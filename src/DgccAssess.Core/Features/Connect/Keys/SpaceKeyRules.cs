namespace DgccAssess.Core.Features.Connect.Keys;

/// <summary>When a key is made, used and forgotten: functions of the rows and the time.</summary>
public static class SpaceKeyRules
{
    /// <summary>How long a server trusts the keys it read.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    /// <summary>From a key's making to its first use: every server has read it by then.</summary>
    public static readonly TimeSpan Announced = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan RotatedEvery = TimeSpan.FromDays(90);

    /// <summary>How long tokens under an earlier key are still accepted: none lives longer.</summary>
    public static readonly TimeSpan KeptAfter = ConnectRules.RefreshToken + TimeSpan.FromDays(1);

    /// <summary>The keys still good, the one in use first; none at all where nothing may be used yet.</summary>
    public static IReadOnlyList<SpaceKey> Usable(IEnumerable<SpaceKey> keys, DateTime now)
    {
        var newest = keys.OrderByDescending(k => k.Number).ToList();
        var current = newest.FindIndex(k => k.UsedFrom <= now);
        if (current < 0) return [];
        // Each key ends some time after its successor began.
        var earlier = newest.Skip(current + 1).Zip(newest.Skip(current), (key, successor) => (key, successor))
            .TakeWhile(pair => now - pair.successor.UsedFrom < KeptAfter).Select(pair => pair.key);
        return [newest[current], .. newest.Take(current), .. earlier];
    }

    public static bool IsDue(IEnumerable<SpaceKey> keys, DateTime now) => keys.All(k => now - k.CreatedAt >= RotatedEvery);
}
