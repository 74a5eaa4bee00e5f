using DgccAssess.Core.Tenancy;
using Microsoft.Net.Http.Headers;

namespace DgccAssess.Web.Infrastructure;

/// <summary>The endpoint answers in a suspended tenant too: what a stranger may see, and nothing that reads or writes its data.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class WhileSuspendedAttribute : Attribute;

public static class Suspension
{
    /// <summary>A tenant out of service: whatever is asked, its people see a notice (503), programs a problem. Nothing is looked up in its database.</summary>
    public static IApplicationBuilder UseSuspension(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var space = context.RequestServices.GetRequiredService<IMultiTenantContextAccessor>().MultiTenantContext.TenantInfo;
        if (space is null or { State: SpaceState.Active }) return next(context);

        // Nobody is looked up either: its pages are those for strangers.
        context.Request.Headers.Remove(HeaderNames.Cookie);
        var metadata = context.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<WithoutSpaceAttribute>() is not null || metadata?.GetMetadata<WhileSuspendedAttribute>() is not null) return next(context);

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Task.CompletedTask;
    });
}
