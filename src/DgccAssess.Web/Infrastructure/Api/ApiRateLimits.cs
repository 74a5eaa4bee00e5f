using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.Options;

namespace DgccAssess.Web.Infrastructure.Api;

/// <summary>Bound from "Api".</summary>
public sealed record ApiSettings
{
    /// <summary>Requests of one person or program in one space; strangers are counted by address.</summary>
    [Range(1, 100_000)]
    public int RequestsPerMinute { get; init; } = 600;

    /// <summary>Of these, how many may write.</summary>
    [Range(1, 100_000)]
    public int WritesPerMinute { get; init; } = 120;
}

public static class ApiRateLimits
{
    public const string Policy = "Api";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddApiRateLimits(this IServiceCollection services)
    {
        services.AddOptions<ApiSettings>().BindConfiguration("Api").ValidateDataAnnotations().ValidateOnStart();
        return services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(Policy, Partition);
        });
    }

    private static RateLimitPartition<string> Partition(HttpContext http)
    {
        var settings = http.RequestServices.GetRequiredService<IOptions<ApiSettings>>().Value;
        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        var space = http.RequestServices.GetRequiredService<IMultiTenantContextAccessor>().MultiTenantContext.TenantInfo?.Id;
        var caller = http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? $"address {http.Connection.RemoteIpAddress}";
        return RateLimitPartition.GetSlidingWindowLimiter($"{space} {(reads ? "read" : "write")} {caller}", _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = reads ? settings.RequestsPerMinute : settings.WritesPerMinute, Window = Window, SegmentsPerWindow = 6, QueueLimit = 0,
        });
    }
}
