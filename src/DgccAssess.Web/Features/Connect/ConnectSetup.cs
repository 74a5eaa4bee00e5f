using DgccAssess.Core.Features.Connect;
using DgccAssess.Core.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using OpenIddict.Validation;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace DgccAssess.Web.Features.Connect;

public static class ConnectSetup
{
    /// <summary>An OpenID provider for each space. Its issuer is the space's base address, as the request came in.</summary>
    public static IServiceCollection AddConnectServer(this IServiceCollection services)
    {
        services.AddOpenIddict().AddServer(ConfigureServer).AddValidation(ConfigureValidation);
        // Tokens travel over TLS; a proxy that ends it says so by X-Forwarded-Proto.
        services.AddOptions<OpenIddictServerAspNetCoreOptions>()
            .Configure<IHostEnvironment>((options, environment) => options.DisableTransportSecurityRequirement = !environment.IsProduction());
        services.AddSingleton<IAuthenticationSchemeProvider, ConnectSchemes>();
        return services
            .AddSingleton<SpaceProviders>()
            .AddSingleton<IOptionsMonitor<OpenIddictServerOptions>>(s => new SpaceProviderOptions<OpenIddictServerOptions>(s.GetRequiredService<IHttpContextAccessor>(), p => p.Server))
            .AddSingleton<IOptionsMonitor<OpenIddictValidationOptions>>(s => new SpaceProviderOptions<OpenIddictValidationOptions>(s.GetRequiredService<IHttpContextAccessor>(), p => p.Validation))
            .AddSingleton<TokenLimits>()
            .AddScoped<TokenPrincipals>();
    }

    private static void ConfigureServer(OpenIddictServerBuilder server)
    {
        server.SetTokenEndpointUris(ConnectEndpoints.Token)
            .SetIntrospectionEndpointUris(ConnectEndpoints.Introspection)
            .SetRevocationEndpointUris(ConnectEndpoints.Revocation)
            .SetConfigurationEndpointUris(ConnectEndpoints.Discovery)
            .SetJsonWebKeySetEndpointUris(ConnectEndpoints.KeySet);
        server.SetAuthorizationEndpointUris(ConnectEndpoints.Authorization).SetUserInfoEndpointUris(ConnectEndpoints.UserInfo);
        server.AllowClientCredentialsFlow().AllowAuthorizationCodeFlow().AllowRefreshTokenFlow().RequireProofKeyForCodeExchange();
        server.SetAccessTokenLifetime(ConnectRules.AccessToken).SetAuthorizationCodeLifetime(ConnectRules.Code).SetRefreshTokenLifetime(ConnectRules.RefreshToken);
        // A refresh token is good once. Shown again, everything that came of the same sign-in ends: one of the two who had it is a thief.
        server.SetRefreshTokenReuseLeeway(TimeSpan.Zero);
        server.RegisterScopes([.. ApiScopes.All, Scopes.Profile, Scopes.Email, Scopes.Roles]);
        server.RegisterClaims(Claims.Name, Claims.Email, Claims.EmailVerified, Claims.Role, TokenPrincipals.Agency);
        server.AddEventHandler(AnswerSilently.Descriptor);
        server.AddEventHandler(WatchReusedTokens.Descriptor);
        server.UseAspNetCore().EnableTokenEndpointPassthrough().EnableAuthorizationEndpointPassthrough().EnableUserInfoEndpointPassthrough().EnableStatusCodePagesIntegration();
    }

    private static void ConfigureValidation(OpenIddictValidationBuilder validation)
    {
        // A token ended in the database is refused at once, whatever its signature says.
        validation.EnableTokenEntryValidation().EnableAuthorizationEntryValidation();
        validation.AddEventHandler(NameTokenActor.Descriptor);
        validation.UseAspNetCore();
    }
}
