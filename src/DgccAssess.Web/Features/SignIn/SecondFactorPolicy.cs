using System.Security.Claims;
using DgccAssess.Core.Features.SignIn.Sessions;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace DgccAssess.Web.Features.SignIn;

public enum SecondFactorDemand
{
    /// <summary>As each space's settings say.</summary>
    Required,

    /// <summary>Nobody has to: for trying the product on a machine of one's own.</summary>
    Optional,
}

/// <summary>Bound from "SignIn".</summary>
public sealed record SignInSettings
{
    public SecondFactorDemand SecondFactor { get; init; } = SecondFactorDemand.Required;
}

/// <summary>The page can be reached by somebody who has yet to set up the second factor that their role must use.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BeforeSecondFactorAttribute : Attribute;

/// <summary>Who must use a second factor, and the gate before everything else for who has not yet.</summary>
public sealed class SecondFactorPolicy(IOptions<SignInSettings> options)
{
    public bool IsOptionalHere => options.Value.SecondFactor is SecondFactorDemand.Optional;

    public bool Demands(ClaimsPrincipal user, SpaceInfo space) => !IsOptionalHere && space.Settings.MfaRoles.Any(user.IsInRole);
}

public static class SecondFactorGate
{
    public static IApplicationBuilder UseSecondFactor(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<SessionState>() is not { SecondFactor: false } || IsOpen(context.GetEndpoint())) return next(context);
        var services = context.RequestServices;
        if (!services.GetRequiredService<SecondFactorPolicy>().Demands(context.User, services.GetRequiredService<SpaceContext>().Space)) return next(context);

        if (context.Request.IsPartial() || context.Request.WantsJson() || context.Request.IsApi()) context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else context.Response.Redirect(services.GetRequiredService<Links>().Security());
        return Task.CompletedTask;
    });

    private static bool IsOpen(Endpoint? endpoint) =>
        endpoint is null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetMetadata<BeforeSecondFactorAttribute>() is not null;
}
