using System.Threading.RateLimiting;

namespace DgccAssess.Web.Infrastructure;

/// <summary>Counts requests by a key (an address, a person) in windows of fixed length.</summary>
/// <param name="permits">Of one key in a window.</param>
/// <param name="window">Its length.</param>
internal sealed class RequestWindow(int permits, TimeSpan window) : IDisposable
{
    private readonly PartitionedRateLimiter<string> requests = PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window, QueueLimit = 0 }));

    /// <returns>How long to wait where it is one too many.</returns>
    public TimeSpan? Count(string key)
    {
        using var lease = requests.AttemptAcquire(key);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : window;
    }

    public void Dispose() => requests.Dispose();
}
