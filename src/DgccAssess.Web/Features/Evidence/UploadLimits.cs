using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Web.Features.Evidence;

/// <summary>How many forms with files are taken: per person, and per network address with room for a ministry behind one. Each is unpacked and looked at, which costs more than a page.</summary>
public sealed class UploadLimits : IDisposable
{
    /// <summary>A minute of one person: the files of four answers, dropped at once.</summary>
    public const int PerPerson = 120;

    /// <summary>A minute from one address.</summary>
    public const int PerAddress = 1200;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> addresses = Create(PerAddress);
    private readonly PartitionedRateLimiter<string> people = Create(PerPerson);

    /// <summary>Counts the request; one too many is told how many seconds to wait, in the answer's header too.</summary>
    public int? Count(HttpContext http)
    {
        var space = http.RequestServices.GetRequiredService<SpaceContext>().Space.Id;
        if ((Wait(addresses, $"{space} {http.Connection.RemoteIpAddress}") ?? Wait(people, $"{space} {http.User.FindFirstValue(ClaimTypes.NameIdentifier)}")) is not { } wait) return null;

        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return seconds;
    }

    public void Dispose()
    {
        addresses.Dispose();
        people.Dispose();
    }

    private static TimeSpan? Wait(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
    }

    private static PartitionedRateLimiter<string> Create(int permits) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window, QueueLimit = 0 }));
}
