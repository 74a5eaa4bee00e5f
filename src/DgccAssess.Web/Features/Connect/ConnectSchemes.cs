using DgccAssess.Web.Features.Federation;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OpenIddict.Client.AspNetCore;
using OpenIddict.Server.AspNetCore;
using OpenIddict.Validation.AspNetCore;

namespace DgccAssess.Web.Features.Connect;

/// <summary>Which proof of identity counts: the token of a request to the API that bears one, else the session, never both.</summary>
public sealed class ConnectSchemes(IOptions<AuthenticationOptions> options, IHttpContextAccessor accessor) : AuthenticationSchemeProvider(options)
{
    /// <summary>The scheme asked by default; it hands on to one of the two.</summary>
    public const string Default = "dgcc";

    public static string SchemeFor(HttpContext context) =>
        BearsToken(context.Request) ? OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme : IdentityConstants.ApplicationScheme;

    /// <summary>At an address of the API: nowhere else does a token open anything.</summary>
    public static bool BearsToken(HttpRequest request) =>
        request.IsApi() && request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);

    /// <summary>OpenIddict looks at its own endpoints and at requests that bear a token: the others neither pay for it nor need keys.</summary>
    public override async Task<IEnumerable<AuthenticationScheme>> GetRequestHandlerSchemesAsync() =>
        accessor.HttpContext is { } context && HandlerFor(context) is { } name && await GetSchemeAsync(name) is { } scheme ? [scheme] : [];

    private static string? HandlerFor(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ConnectEndpointAttribute>() is not null ? OpenIddictServerAspNetCoreDefaults.AuthenticationScheme
        : context.GetEndpoint()?.Metadata.GetMetadata<FederationEndpointAttribute>() is not null ? OpenIddictClientAspNetCoreDefaults.AuthenticationScheme
        : BearsToken(context.Request) ? OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme
        : null;
}
