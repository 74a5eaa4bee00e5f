using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Connect;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.TestCommon;

/// <summary>A program registered with a space.</summary>
public sealed record TestClient(Guid Id, string ClientId, string? Secret);

public sealed partial class TestSpace
{
    public async Task<TestClient> CreateClientAsync(ApiClientKind kind = ApiClientKind.Service, IReadOnlyList<string>? scopes = null, params string[] redirects)
    {
        var command = new RegisterApiClientCommand(TimeProvider.System.NewId(), $"Portal of {Space.Id}", kind, scopes ?? [Core.Security.ApiScopes.Results], redirects);
        var registered = await RunAsync(services => services.GetRequiredService<RegisterApiClient>().HandleAsync(command));
        return registered.Succeeded
            ? new TestClient(command.Id, registered.Value!.Client.ClientId!, registered.Value.Secret)
            : throw new InvalidOperationException(string.Join(", ", registered.Problems));
    }

    /// <summary>An access token for the program itself, over HTTP.</summary>
    public async Task<string> TokenAsync(TestClient client, string? scope = null)
    {
        using var http = App.CreateDefaultClient();
        using var answer = await AskForTokenAsync(http, [("grant_type", "client_credentials"), ("client_id", client.ClientId), ("client_secret", client.Secret), ("scope", scope)]);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? body.GetProperty("access_token").GetString()! : throw new InvalidOperationException(body.ToString());
    }

    public Task<HttpResponseMessage> AskForTokenAsync(HttpClient http, IEnumerable<(string Name, string? Value)> form) =>
        http.PostAsync(new Uri($"{Path}/connect/token", UriKind.Relative), new FormUrlEncodedContent(form.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!))));

    /// <summary>A program that shows the token with every request.</summary>
    public HttpClient Bearing(string token)
    {
        var http = App.CreateDefaultClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        return http;
    }
}
