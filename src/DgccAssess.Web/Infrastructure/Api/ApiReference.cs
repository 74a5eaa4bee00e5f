using System.Text.Encodings.Web;
using Scalar.AspNetCore;

namespace DgccAssess.Web.Infrastructure.Api;

/// <summary>The contract as a page to read and to try requests from: Scalar, from files of this server, under the same content security policy as every page.</summary>
public static class ApiReference
{
    public static void MapApiReference(this IEndpointRouteBuilder app) =>
        app.MapScalarApiReference("/api/docs", (options, http) =>
        {
            var nonce = HtmlEncoder.Default.Encode(http.CspNonce());
            options.WithNonce(http.CspNonce()).DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideClientButton().HideDeveloperTools();
            options.Title = "DgccAssess API";
            options.OpenApiRoutePattern = "/api/{documentName}/openapi.json";
            options.Favicon = $"{http.Request.PathBase.ToUriComponent()}/lib/site/icon.svg";
            options.HeadContent =
                $"<meta property=\"csp-nonce\" content=\"{nonce}\"><script src=\"{http.Request.PathBase.ToUriComponent()}/lib/site/api-reference.js\" nonce=\"{nonce}\"></script>";
        }).EverySpace().AllowAnonymous().RequireRateLimiting(ApiRateLimits.Policy);
}
