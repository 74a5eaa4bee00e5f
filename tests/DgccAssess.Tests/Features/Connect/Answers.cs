using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Features.Connect;

/// <summary>What a space answers to programs.</summary>
internal static class Answers
{
    public static async Task<HttpStatusCode> CallerStatusAsync(this TestSpace space, string token)
    {
        using var http = space.Bearing(token);
        return (await http.GetAsync(space.Uri("/api/v1/caller"))).StatusCode;
    }

    public static async Task<JsonElement> CallerAsync(this TestSpace space, string token)
    {
        using var http = space.Bearing(token);
        return await http.GetFromJsonAsync<JsonElement>(space.Uri("/api/v1/caller"));
    }

    /// <summary>Status and error of a request for a token.</summary>
    public static async Task<(HttpStatusCode Status, string? Error)> RefusalAsync(this TestSpace space, params (string, string?)[] form)
    {
        using var http = space.App.CreateDefaultClient();
        using var answer = await space.AskForTokenAsync(http, form);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.StatusCode, body.TryGetProperty("error", out var error) ? error.GetString() : null);
    }

    public static (string, string?)[] Credentials(TestClient client, string? secret = null, string? scope = null) =>
        [("grant_type", "client_credentials"), ("client_id", client.ClientId), ("client_secret", secret ?? client.Secret), ("scope", scope)];

    public static async Task<JsonElement> JsonAsync(this TestSpace space, string path)
    {
        using var http = space.App.CreateDefaultClient();
        return await http.GetFromJsonAsync<JsonElement>(space.Uri(path));
    }

    public static Uri Uri(this TestSpace space, string path) => new(space.Path + path, UriKind.Relative);

    public static IReadOnlyList<string> Strings(this JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString()!)];
}
