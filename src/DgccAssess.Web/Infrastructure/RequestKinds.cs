namespace DgccAssess.Web.Infrastructure;

public static class RequestKinds
{
    /// <summary>htmx or our own script: answers are parts of a page, and statuses speak.</summary>
    public static bool IsPartial(this HttpRequest request) => request.Headers.ContainsKey("HX-Request");

    public static bool WantsJson(this HttpRequest request) =>
        request.GetTypedHeaders().Accept is { Count: > 0 } accept && accept.Any(a => a.MediaType.Value?.EndsWith("json", StringComparison.Ordinal) == true)
        && !accept.Any(a => a.MediaType.Value == "text/html");
}
