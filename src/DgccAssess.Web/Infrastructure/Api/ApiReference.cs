using System.Text.Encodings.Web;
using Scalar.AspNetCore;

namespace DgccAssess.Web.Infrastructure.Api;

/// <summary>The contract as a page to read and to try requests from: Scalar, from files of this server, under the same content security policy as every page.</summary>
public static class ApiReference
{
    /// <summary>Grey and coloured text dark enough to read (WCAG AA), which Scalar's own is not.</summary>
    private const string Contrast = """
        .light-mode { --scalar-color-2: #3d3d3d; --scalar-color-3: #595959; --scalar-color-green: #00603a; --scalar-color-blue: #0047a8; --scalar-color-orange: #8a3d00;
            --scalar-color-red: #a3001b; --scalar-color-yellow: #6b5200; --scalar-color-purple: #5b2a9d; --scalar-color-accent: #0047a8; }
        """;

    public static void MapApiReference(this IEndpointRouteBuilder app) =>
        app.MapScalarApiReference("/api/docs", (options, http) =>
        {
            var nonce = HtmlEncoder.Default.Encode(http.CspNonce());
            options.WithNonce(http.CspNonce()).DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideClientButton().HideDeveloperTools();
            options.CustomCss = Contrast;
            options.ForceThemeMode = ThemeMode.Light;
            options.HideDarkModeToggle = true;
            options.Title = "DgccAssess API";
            options.OpenApiRoutePattern = "/api/{documentName}/openapi.json";
            options.Favicon = $"{http.Request.PathBase.ToUriComponent()}/lib/site/icon.svg";
            options.HeadContent =
                $"<meta property=\"csp-nonce\" content=\"{nonce}\"><script src=\"{http.Request.PathBase.ToUriComponent()}/lib/site/api-reference.js\" nonce=\"{nonce}\"></script>";
        }).EverySpace().AllowAnonymous().RequireRateLimiting(ApiRateLimits.Policy);
}
