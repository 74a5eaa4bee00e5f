using System.Security.Claims;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Features.Connect;
using Microsoft.AspNetCore.Authorization;

namespace DgccAssess.Web.Infrastructure;

public static class SpaceClaim
{
    /// <summary>
    /// Compares the principal's space with the request's, and names the actor. A session of another space finds nothing here (404),
    /// as if the page did not exist; a token of another space is no token (401).
    /// </summary>
    public static IApplicationBuilder UseSpaceClaim(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.RequestServices.GetRequiredService<IMultiTenantContextAccessor>().MultiTenantContext.TenantInfo is not { } space) return next(context);

        if (context.User.Identity?.IsAuthenticated == true)
        {
            if (context.User.FindFirstValue(SpaceClaims.Space) != space.Id) return Refuse(context);
            context.RequestServices.GetRequiredService<ActorContext>().Set(ToActor(context.User));
        }
        else if (IsProtected(context) && CarriesForeignSession(context, space))
        {
            return Refuse(context);
        }

        return next(context);
    });

    private static Actor ToActor(ClaimsPrincipal user) => new(
        Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!),
        user.FindFirstValue(SpaceClaims.Name) ?? user.Identity!.Name!,
        Guid.TryParse(user.FindFirstValue(SpaceClaims.Agency), out var agency) ? agency : null,
        user.FindAll(SpaceClaims.Permission).Select(c => c.Value).ToHashSet(StringComparer.Ordinal));

    private static bool IsProtected(HttpContext context) => context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null;

    private static bool CarriesForeignSession(HttpContext context, SpaceInfo space) => context.Request.Cookies.Keys.Any(name =>
        name.StartsWith(SpaceCookies.Prefix, StringComparison.Ordinal) && !SpaceCookies.IsOf(space.Id, name));

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = ConnectSchemes.BearsToken(context.Request) ? StatusCodes.Status401Unauthorized : StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
