using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Connect;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Connect;

public sealed class ClientCredentialsTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Token_OfAProgram_SaysWhatItWasRegisteredFor(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var client = await space.CreateClientAsync(scopes: [ApiScopes.Results, ApiScopes.Audit]);

        var caller = await space.CallerAsync(await space.TokenAsync(client));

        Assert.Equal("program", caller.GetProperty("kind").GetString());
        Assert.Equal($"Portal of {space.Space.Id}", caller.GetProperty("name").GetString());
        Assert.Equal([ApiScopes.Results, ApiScopes.Audit], caller.GetProperty("scopes").Strings());
        Assert.Equal([Permissions.AuditRead, Permissions.RoundsOrganize], caller.GetProperty("permissions").Strings());
    }

    [Theory, Databases]
    public async Task Token_ForOneOfItsScopes_IsGoodForThatOnly(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var client = await space.CreateClientAsync(scopes: [ApiScopes.Results, ApiScopes.Audit]);

        var caller = await space.CallerAsync(await space.TokenAsync(client, ApiScopes.Audit));

        Assert.Equal([ApiScopes.Audit], caller.GetProperty("scopes").Strings());
        Assert.Equal([Permissions.AuditRead], caller.GetProperty("permissions").Strings());
    }

    [Theory, Databases]
    public async Task Scope_ItWasNotRegisteredFor_IsRefused(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var client = await space.CreateClientAsync(scopes: [ApiScopes.Results]);

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), await space.RefusalAsync(Answers.Credentials(client, scope: ApiScopes.Audit)));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_scope"), await space.RefusalAsync(Answers.Credentials(client, scope: "api.everything")));
    }

    [Theory, Databases]
    public async Task Secret_Wrong_IsRefused(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var client = await space.CreateClientAsync();

        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), await space.RefusalAsync(Answers.Credentials(client, secret: "guess")));
    }

    [Theory, Databases]
    public async Task Secret_InAnAuthorizationHeader_IsTaken(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var client = await space.CreateClientAsync();
        using var http = space.App.CreateDefaultClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client.ClientId}:{client.Secret}")));

        using var answer = await space.AskForTokenAsync(http, [("grant_type", "client_credentials")]);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    [Theory, Databases]
    public async Task Secret_Renewed_EndsTheOneBefore(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var client = await space.CreateClientAsync();

        var renewed = await space.RunAsync(s => s.GetRequiredService<RenewApiClientSecret>().HandleAsync(new(client.Id, Version: 1)));

        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), await space.RefusalAsync(Answers.Credentials(client)));
        Assert.Equal(HttpStatusCode.OK, await space.CallerStatusAsync(await space.TokenAsync(client with { Secret = renewed.Value!.Secret })));
    }

    [Theory, Databases]
    public async Task Secret_IsNowhereInTheDatabase(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var client = await space.CreateClientAsync();

        var (stored, events) = await space.ReadAsync(async db => (await db.ApiClients.SingleAsync(), await db.AuditEvents.Select(e => e.Details).ToListAsync()));

        Assert.DoesNotContain(client.Secret!, stored.ClientSecret!, StringComparison.Ordinal);
        Assert.DoesNotContain(events, e => e.Contains(client.Secret!, StringComparison.Ordinal));
    }

    [Theory, Databases]
    public async Task Client_Revoked_LosesItsTokensAtOnce(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var client = await space.CreateClientAsync();
        var token = await space.TokenAsync(client);
        Assert.Equal(HttpStatusCode.OK, await space.CallerStatusAsync(token));

        await space.RunAsync(s => s.GetRequiredService<RevokeApiClient>().HandleAsync(new(client.Id, Version: 1)));

        Assert.Equal(HttpStatusCode.Unauthorized, await space.CallerStatusAsync(token));
        var (status, error) = await space.RefusalAsync(Answers.Credentials(client));
        Assert.NotEqual(HttpStatusCode.OK, status);
        Assert.NotNull(error);
    }

    [Theory, Databases]
    public async Task Token_GivenBack_IsNoTokenAnyMore(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var client = await space.CreateClientAsync();
        var token = await space.TokenAsync(client);

        Assert.True((await IntrospectAsync(space, client, token)).GetProperty("active").GetBoolean());
        using (await PostAsync(space, "/connect/revoke", client, token)) Assert.Equal(HttpStatusCode.Unauthorized, await space.CallerStatusAsync(token));
        Assert.False((await IntrospectAsync(space, client, token)).GetProperty("active").GetBoolean());
    }

    [Theory, Databases]
    public async Task Use_IsNoted(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var client = await space.CreateClientAsync();
        Assert.Null((await space.ReadAsync(db => db.ApiClients.SingleAsync())).LastUsedAt);

        await space.TokenAsync(client);

        Assert.NotNull((await space.ReadAsync(db => db.ApiClients.SingleAsync())).LastUsedAt);
    }

    [Theory, Databases]
    public async Task Form_PostedAgain_RegistersNothingTwiceAndShowsNoSecret(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var command = new RegisterApiClientCommand(TimeProvider.System.NewId(), "Portal", ApiClientKind.Service, [ApiScopes.Results], []);

        var first = await space.RunAsync(s => s.GetRequiredService<RegisterApiClient>().HandleAsync(command));
        var second = await space.RunAsync(s => s.GetRequiredService<RegisterApiClient>().HandleAsync(command));

        Assert.NotNull(first.Value!.Secret);
        Assert.Null(second.Value!.Secret);
        Assert.Equal(1, await space.ReadAsync(db => db.ApiClients.CountAsync()));
    }

    [Fact]
    public async Task Asking_TooOften_IsSlowedDown()
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        using var http = space.App.CreateDefaultClient();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i <= DgccAssess.Web.Features.Connect.TokenLimits.PerClient; i++)
        {
            using var answer = await space.AskForTokenAsync(http, [("grant_type", "client_credentials"), ("client_id", "nobody"), ("client_secret", "guess")]);
            answers.Add(answer.StatusCode);
        }

        Assert.All(answers[..^1], s => Assert.NotEqual(HttpStatusCode.TooManyRequests, s));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    private static async Task<JsonElement> IntrospectAsync(TestSpace space, TestClient client, string token)
    {
        using var answer = await PostAsync(space, "/connect/introspect", client, token);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<HttpResponseMessage> PostAsync(TestSpace space, string path, TestClient client, string token)
    {
        using var http = space.App.CreateDefaultClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["client_id"] = client.ClientId, ["client_secret"] = client.Secret!, ["token"] = token });
        return await http.PostAsync(space.Uri(path), form);
    }
}
