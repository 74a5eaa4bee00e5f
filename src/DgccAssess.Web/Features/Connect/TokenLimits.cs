using System.Globalization;
using System.Text;
using System.Threading.RateLimiting;
using DgccAssess.Core.Tenancy;
using static OpenIddict.Abstractions.OpenIddictConstants;
using Codes = OpenIddict.Abstractions.OpenIddictConstants.Errors;

namespace DgccAssess.Web.Features.Connect;

/// <summary>Requests to the endpoint are counted per client and per network address.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LimitedTokensAttribute : Attribute;

/// <summary>How often tokens may be asked for, with the right secret or a wrong one. Beyond it 429 and the time to wait.</summary>
public sealed class TokenLimits : IDisposable
{
    /// <summary>Requests a minute from one address: a ministry's programs may share one.</summary>
    public const int PerAddress = 300;

    /// <summary>Requests a minute of one client: a token lasts half an hour.</summary>
    public const int PerClient = 60;

    private const int LongestClientId = 100;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> addresses = Create(PerAddress);
    private readonly PartitionedRateLimiter<string> clients = Create(PerClient);

    public async Task<bool> RefuseAsync(HttpContext context)
    {
        var space = context.RequestServices.GetRequiredService<SpaceContext>().Space.Id;
        if ((Wait(addresses, $"{space} {context.Connection.RemoteIpAddress}") ?? Wait(clients, $"{space} {await ClientAsync(context)}")) is not { } wait) return false;
        context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await TypedResults.Json(new { error = Codes.SlowDown, error_description = "Too many requests; wait as long as Retry-After says." }, statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(context);
        return true;
    }

    public void Dispose()
    {
        addresses.Dispose();
        clients.Dispose();
    }

    /// <summary>Who the request says it is, by form or by Basic authentication.</summary>
    private static async Task<string> ClientAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? (await context.Request.ReadFormAsync(context.RequestAborted))[Parameters.ClientId].ToString() : "";
        var id = form.Length > 0 ? form : FromHeader(context.Request.Headers.Authorization.ToString());
        return id[..Math.Min(id.Length, LongestClientId)];
    }

    private static string FromHeader(string header)
    {
        const string basic = "Basic ";
        if (!header.StartsWith(basic, StringComparison.OrdinalIgnoreCase)) return "";
        var bytes = new byte[header.Length];
        return Convert.TryFromBase64String(header[basic.Length..], bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length).Split(':')[0] : "";
    }

    private static TimeSpan? Wait(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
    }

    private static PartitionedRateLimiter<string> Create(int permits) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window, QueueLimit = 0 }));
}
