using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace DgccAssess.Web.Features.Papers;

/// <summary>How often papers may be looked up from one network address: a desk that checks a pile by hand is far below, a walk through all numbers takes days.</summary>
public sealed class LookupLimits : IDisposable
{
    /// <summary>A minute.</summary>
    public const int PerAddress = 60;

    private readonly RequestWindow addresses = new(PerAddress, TimeSpan.FromMinutes(1));

    /// <returns>How long to wait where it is one too many.</returns>
    public TimeSpan? Count(string spaceId, string address) => addresses.Count($"{spaceId} {address}");

    public void Dispose() => addresses.Dispose();
}

/// <summary>A page of the register that anybody may open: counted, and kept out of search engines.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicLookupAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var http = context.HttpContext;
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        var services = http.RequestServices;
        if (services.GetRequiredService<LookupLimits>().Count(services.GetRequiredService<SpaceContext>().Space.Id, http.Connection.RemoteIpAddress?.ToString() ?? "") is not { } wait) return;

        LimitedAttemptsAttribute.SayWhen(http.Response, wait);
        context.Result = new StatusCodeResult(StatusCodes.Status429TooManyRequests);
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
