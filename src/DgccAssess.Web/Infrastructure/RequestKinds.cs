using Microsoft.AspNetCore.Diagnostics;

namespace DgccAssess.Web.Infrastructure;

public static class RequestKinds
{
    private const string Api = "api";

    /// <summary>htmx or our own script: answers are parts of a page, and statuses speak.</summary>
    public static bool IsPartial(this HttpRequest request) => request.Headers.ContainsKey("HX-Request");

    public static bool WantsJson(this HttpRequest request) =>
        request.GetTypedHeaders().Accept is { Count: > 0 } accept && accept.Any(a => a.MediaType.Value?.EndsWith("json", StringComparison.Ordinal) == true)
        && !accept.Any(a => a.MediaType.Value == "text/html");

    /// <summary>An address of the REST API, whether there is something at it or not: problems are told as JSON, nobody is led to a page.</summary>
    public static bool IsApi(this HttpRequest request)
    {
        var features = request.HttpContext.Features;
        var path = features.Get<IExceptionHandlerPathFeature>()?.Path ?? features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? request.Path.Value ?? "";
        var segments = path.Split('/', 4, StringSplitOptions.RemoveEmptyEntries);
        // Where no space was found, its name is still in front.
        return segments is [Api, ..] || (segments is [_, Api, ..] && !request.PathBase.HasValue);
    }
}
