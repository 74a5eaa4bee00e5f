using System.Security.Cryptography;

namespace DgccAssess.Web.Infrastructure;

public static class SecurityHeaders
{
    private const string FormTarget = "form-action";

    /// <summary>Nonce of this response for the one style element that carries the space's accent colour.</summary>
    public static string CspNonce(this HttpContext context)
    {
        if (context.Items[nameof(CspNonce)] is string nonce) return nonce;
        nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Items[nameof(CspNonce)] = nonce;
        return nonce;
    }

    /// <summary>Forms of this page may also end at this origin, which the caller has checked.</summary>
    public static void AllowFormTarget(this HttpContext context, string origin) => context.Items[FormTarget] = " " + origin;

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (headers.ContentSecurityPolicy.Count == 0)
            {
                var nonce = context.CspNonce();
                headers.ContentSecurityPolicy =
                    $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; font-src 'self'; "
                    + $"connect-src 'self'; frame-src 'self'; object-src 'self'; form-action 'self'{context.Items[FormTarget]}; frame-ancestors 'none'; base-uri 'none'";
            }

            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
            if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true && headers.CacheControl.Count == 0)
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });
}
