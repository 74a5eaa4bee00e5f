using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace DgccAssess.TestCommon;

/// <summary>An answer of the application, parsed.</summary>
public sealed class TestPage
{
    private TestPage(HttpResponseMessage response, string body)
    {
        Response = response;
        Body = body;
        Document = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = false }).ParseDocument(body);
    }

    public HttpResponseMessage Response { get; }
    public HttpStatusCode Status => Response.StatusCode;
    public string Body { get; }
    public IHtmlDocument Document { get; }
    public string Path => Response.RequestMessage!.RequestUri!.PathAndQuery;

    /// <summary>As it is read: one blank between words, and none of the marks that keep names and dates from turning the text around them.</summary>
    public string Text => string.Join(' ', string.Concat((Document.Body?.TextContent ?? "").Where(c => c is < '\u2066' or > '\u2069')).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    public static async Task<TestPage> ReadAsync(HttpResponseMessage response) => new(response, await response.Content.ReadAsStringAsync());

    public string? Value(string fieldName) => (Document.QuerySelector($"[name='{fieldName}']") as IHtmlInputElement)?.Value;
}
