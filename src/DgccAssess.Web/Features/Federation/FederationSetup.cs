using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Features.SignIn;
using Microsoft.Extensions.Options;
using OpenIddict.Client;
using OpenIddict.Client.AspNetCore;
using Polly;

namespace DgccAssess.Web.Features.Federation;

public static class FederationSetup
{
    private const string CookieName = "dgcc.provider";

    private const int MostBytes = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Each space that names an identity provider sends its officials there.</summary>
    public static IServiceCollection AddFederation(this IServiceCollection services)
    {
        services.AddOpenIddict().AddClient(client =>
        {
            client.AllowAuthorizationCodeFlow().SetStateTokenLifetime(TimeSpan.FromMinutes(15));
            client.UseAspNetCore().EnableRedirectionEndpointPassthrough().EnableErrorPassthrough();
            // People try again by themselves, and sooner than retries would end.
            client.UseSystemNetHttp().SetHttpResiliencePipeline(ResiliencePipeline<HttpResponseMessage>.Empty)
                .ConfigureHttpClient(http => (http.MaxResponseContentBufferSize, http.Timeout) = (MostBytes, Patience));
        });
        services.AddOptions<OpenIddictClientAspNetCoreOptions>().Configure<IHostEnvironment>(Configure);
        return services
            .AddSingleton<SpaceFederations>()
            .AddSingleton<IOptionsMonitor<OpenIddictClientOptions>, SpaceFederationOptions>()
            .AddScoped<ProviderAnswer>();
    }

    /// <summary>After the space is known and before anybody is authenticated.</summary>
    public static IApplicationBuilder UseFederation(this IApplicationBuilder app)
    {
        var federations = app.ApplicationServices.GetRequiredService<SpaceFederations>();
        var limits = app.ApplicationServices.GetRequiredService<SignInLimits>();
        return app.Use(async (context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<FederationEndpointAttribute>() is null)
            {
                await next(context);
                return;
            }

            var space = context.RequestServices.GetRequiredService<SpaceContext>().Space;
            if (await federations.OfAsync(space, context.RequestAborted) is not { } federation)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            }
            else if (limits.Count(space.Id, context.Connection.RemoteIpAddress?.ToString() ?? "", account: "") is { } wait)
            {
                LimitedAttemptsAttribute.SayWhen(context.Response, wait);
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            }
            else
            {
                context.Features.Set(federation);
                await next(context);
            }
        });
    }

    private static void Configure(OpenIddictClientAspNetCoreOptions options, IHostEnvironment environment)
    {
        options.DisableTransportSecurityRequirement = !environment.IsProduction();
        // There is one provider in a space, and none outside of it.
        options.DisableAutomaticAuthenticationSchemeForwarding = true;
        options.CookieBuilder = new CookieBuilder { Name = CookieName, HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, SecurePolicy = CookieSecurePolicy.SameAsRequest };
    }
}
