using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Infrastructure;

namespace DgccAssess.Web.Features.Connect;

/// <summary>Addresses of a space's OpenID provider, below its base address.</summary>
public static class ConnectEndpoints
{
    public const string Authorization = "connect/authorize";
    public const string UserInfo = "connect/userinfo";
    public const string Token = "connect/token";
    public const string Introspection = "connect/introspect";
    public const string Revocation = "connect/revoke";
    public const string Discovery = ".well-known/openid-configuration";
    public const string KeySet = ".well-known/jwks";

    private static readonly string[] Get = [HttpMethods.Get];
    private static readonly string[] Post = [HttpMethods.Post];

    /// <summary>Open to everybody: who asks proves it in the request, by the secret of a client or a token.</summary>
    public static void MapConnect(this WebApplication app)
    {
        app.MapPost(Token, TokenEndpoint.HandleAsync).WithMetadata(new ConnectEndpointAttribute(), new LimitedTokensAttribute()).AllowAnonymous().EverySpace();
        app.MapMethods(UserInfo, [.. Get, .. Post], UserInfoEndpoint.HandleAsync).WithMetadata(new ConnectEndpointAttribute()).AllowAnonymous().EverySpace();
        // Answered before they are reached; what gets here was no request of the protocol.
        foreach (var (address, methods) in new[] { (Introspection, Post), (Revocation, Post), (Discovery, Get), (KeySet, Get) })
        {
            var endpoint = app.MapMethods(address, methods, () => TypedResults.BadRequest()).WithMetadata(new ConnectEndpointAttribute()).AllowAnonymous().EverySpace();
            if (methods == Post) endpoint.WithMetadata(new LimitedTokensAttribute());
        }
    }

    /// <summary>After the space is known and before anybody is authenticated.</summary>
    public static IApplicationBuilder UseConnect(this IApplicationBuilder app)
    {
        var providers = app.ApplicationServices.GetRequiredService<SpaceProviders>();
        var limits = app.ApplicationServices.GetRequiredService<TokenLimits>();
        return app.Use(async (context, next) =>
        {
            var metadata = context.GetEndpoint()?.Metadata;
            if (metadata?.GetMetadata<LimitedTokensAttribute>() is not null && await limits.RefuseAsync(context)) return;
            if (metadata?.GetMetadata<ConnectEndpointAttribute>() is not null || ConnectSchemes.BearsToken(context.Request))
            {
                context.Features.Set(await providers.OfAsync(context.RequestServices.GetRequiredService<SpaceContext>().Space, context.RequestAborted));
            }

            await next(context);
        });
    }
}
