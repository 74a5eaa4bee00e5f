using System.Security.Cryptography;
using DgccAssess.Core.Files;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace DgccAssess.Web.Infrastructure.Api;

/// <summary>Bytes of a resource in one format, with their validator: who has them already gets 304.</summary>
public static class Representation
{
    public const string Json = "application/json";

    public static byte[] ToJson<T>(HttpContext http, T value) =>
        System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(value, http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);

    /// <summary>Validator of content that has no version of its own.</summary>
    public static string TagOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16));

    public static async Task WriteAsync(HttpContext http, byte[] content, string contentType, string tag, int status = StatusCodes.Status200OK)
    {
        var headers = http.Response.Headers;
        headers.ETag = $"\"{tag}\"";
        headers.Vary = "Accept, Authorization, Cookie";
        // Kept by the caller alone, and asked about each time: what one may see can change.
        headers.CacheControl = "private, no-cache";
        if (HttpMethods.IsGet(http.Request.Method) && Has(http.Request, tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.StatusCode = status;
        http.Response.ContentType = contentType == Csv.ContentType ? "text/csv; charset=utf-8" : contentType;
        http.Response.ContentLength = content.Length;
        await http.Response.Body.WriteAsync(content, http.RequestAborted);
    }

    private static bool Has(HttpRequest request, string tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(k => k.Tag == "*" || k.Tag == $"\"{tag}\"");
}
