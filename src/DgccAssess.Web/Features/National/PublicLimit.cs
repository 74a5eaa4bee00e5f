using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace DgccAssess.Web.Features.National;

/// <summary>How often the public site answers one network address: a newsroom behind one address reads on, a program that takes everything again and again does not.</summary>
public sealed class PublicLimits : IDisposable
{
    /// <summary>Pages, pictures and files in a minute.</summary>
    public const int PerAddress = 1200;

    private readonly RequestWindow addresses = new(PerAddress, TimeSpan.FromMinutes(1));

    /// <returns>How long to wait where it is one too many.</returns>
    public TimeSpan? Count(string spaceId, string address) => addresses.Count($"{spaceId} {address}");

    public void Dispose() => addresses.Dispose();
}

/// <summary>A page of the public site: counted.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicLimitAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        if (services.GetRequiredService<PublicLimits>().Count(services.GetRequiredService<SpaceContext>().Space.Id, http.Connection.RemoteIpAddress?.ToString() ?? "") is not { } wait) return;

        LimitedAttemptsAttribute.SayWhen(http.Response, wait);
        context.Result = new StatusCodeResult(StatusCodes.Status429TooManyRequests);
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
