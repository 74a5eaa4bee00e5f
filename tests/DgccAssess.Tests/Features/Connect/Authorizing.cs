using System.Buffers.Text;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DgccAssess.TestCommon;
using Microsoft.AspNetCore.WebUtilities;

namespace DgccAssess.Tests.Features.Connect;

/// <summary>A program that asks for a person by authorization code and PKCE, step by step.</summary>
internal sealed class Authorizing(TestSpace space, TestClient client, string redirect)
{
    public const string Redirect = "https://portal.example/back";

    private readonly string verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public string Address(string scope = "openid profile offline_access api.results", params (string Name, string Value)[] more)
    {
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        var query = new Dictionary<string, string?>
        {
            ["response_type"] = "code", ["client_id"] = client.ClientId, ["redirect_uri"] = redirect, ["scope"] = scope, ["state"] = "s1",
            ["code_challenge"] = challenge, ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in more) query[name] = value;
        return QueryHelpers.AddQueryString($"{space.Path}/connect/authorize", query);
    }

    /// <summary>The whole way: the page of consent where it comes, and the code at its end.</summary>
    public async Task<string> CodeAsync(TestBrowser browser, string scope = "openid profile offline_access api.results")
    {
        var answer = await browser.SendOnceAsync(new HttpRequestMessage(HttpMethod.Get, Address(scope)));
        if (answer.Response.Headers.Location is null) answer = await AnswerAsync(browser, answer, "allow");
        return Returned(answer).GetValueOrDefault("code").ToString() is { Length: > 0 } code ? code : throw new InvalidOperationException($"{answer.Response.Headers.Location} {answer.Text}");
    }

    public static Task<TestPage> AnswerAsync(TestBrowser browser, TestPage page, string answer) =>
        browser.SendOnceAsync(browser.FormRequest(page, "form:has([name=client_id])", ("answer", answer)));

    public static Dictionary<string, Microsoft.Extensions.Primitives.StringValues> Returned(TestPage answer) =>
        QueryHelpers.ParseQuery(answer.Response.Headers.Location?.Query ?? "");

    public (string, string?)[] Exchange(string code, string? otherVerifier = null) =>
        [("grant_type", "authorization_code"), ("client_id", client.ClientId), ("client_secret", client.Secret), ("code", code), ("redirect_uri", redirect), ("code_verifier", otherVerifier ?? verifier)];

    public (string, string?)[] Refresh(string token) =>
        [("grant_type", "refresh_token"), ("client_id", client.ClientId), ("client_secret", client.Secret), ("refresh_token", token)];

    public async Task<JsonElement> TokensAsync((string, string?)[] form)
    {
        using var http = space.App.CreateDefaultClient();
        using var answer = await space.AskForTokenAsync(http, form);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? body : throw new InvalidOperationException(body.ToString());
    }
}
