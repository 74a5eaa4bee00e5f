using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Features.Api;

/// <summary>An answer of the API, read.</summary>
internal sealed record ApiAnswer(HttpResponseMessage Response, byte[] Content)
{
    public HttpStatusCode Status => Response.StatusCode;
    public string? ContentType => Response.Content.Headers.ContentType?.MediaType;
    public string Text => Encoding.UTF8.GetString(Content);
    public string? Tag => Response.Headers.ETag?.ToString();
    public JsonNode Json => JsonNode.Parse(Text)!;
    public JsonArray Items => Json["items"]!.AsArray();

    /// <summary>One property of every item.</summary>
    public IReadOnlyList<string> Each(string property) => [.. Items.Select(i => i![property]!.ToString())];

    /// <summary>Fields of a problem, with their codes.</summary>
    public IReadOnlyList<(string Field, string Code)> Errors => [.. Json["errors"]!.AsArray().Select(e => (e!["field"]!.ToString(), e["code"]!.ToString()))];
}

/// <summary>A program that calls the API of one space.</summary>
internal sealed class ApiClient(HttpClient client, string space) : IDisposable
{
    private const string Root = "/api/v1";

    public HttpClient Client => client;

    /// <summary>Token of the session, from a page.</summary>
    public string? Antiforgery { get; init; }

    /// <summary>With the session of somebody who signed in to the pages.</summary>
    public static async Task<ApiClient> OfSessionAsync(TestSpace space, Person person)
    {
        var browser = await space.AsAsync(person);
        var token = (await browser.GetAsync("/sign-out")).Value("__RequestVerificationToken");
        browser.Client.DefaultRequestHeaders.Accept.Clear();
        return new ApiClient(browser.Client, space.Path) { Antiforgery = token };
    }

    /// <summary>A program with a token of its own.</summary>
    public static async Task<ApiClient> OfProgramAsync(TestSpace space, params string[] scopes)
    {
        var client = space.Bearing(await space.TokenAsync(await space.CreateClientAsync(scopes: scopes)));
        client.DefaultRequestHeaders.Accept.Clear();
        return new ApiClient(client, space.Path);
    }

    public static ApiClient Anonymous(TestSpace space) => new(space.App.CreateDefaultClient(), space.Path);

    public Task<ApiAnswer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, content: null, headers);

    public Task<ApiAnswer> GetCsvAsync(string path) => GetAsync(path, ("Accept", "text/csv"));

    /// <summary>A write with everything it needs; a header that is given replaces the one that would be sent, an empty one leaves it out.</summary>
    public Task<ApiAnswer> WriteAsync(HttpMethod method, string path, string? content, params (string Name, string Value)[] headers)
    {
        var all = new Dictionary<string, string> { ["Idempotency-Key"] = Guid.CreateVersion7().ToString(), ["X-CSRF-Token"] = Antiforgery ?? "" };
        foreach (var (name, value) in headers) all[name] = value;
        return SendAsync(method, path, content, [.. all.Where(h => h.Value.Length > 0).Select(h => (h.Key, h.Value))]);
    }

    /// <param name="method">Of the request.</param>
    /// <param name="path">Below /api/v1 of the space.</param>
    /// <param name="content">JSON.</param>
    /// <param name="headers">As they are.</param>
    public async Task<ApiAnswer> SendAsync(HttpMethod method, string path, string? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, space + Root + path);
        if (content is not null) request.Content = new StringContent(content, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        var response = await client.SendAsync(request);
        return new ApiAnswer(response, await response.Content.ReadAsByteArrayAsync());
    }

    public void Dispose() => client.Dispose();
}
