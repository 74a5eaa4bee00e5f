using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Connect.Keys;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Connect;

/// <summary>What one space issued is worthless in every other.</summary>
public sealed class SpaceTokensTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Issuer_IsTheAddressOfTheSpace(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();

        var discovery = await space.JsonAsync("/.well-known/openid-configuration");

        Assert.Equal($"http://localhost{space.Path}", discovery.GetProperty("issuer").GetString());
        Assert.Equal($"http://localhost{space.Path}/connect/token", discovery.GetProperty("token_endpoint").GetString());
        Assert.Equal($"http://localhost{space.Path}/.well-known/jwks", discovery.GetProperty("jwks_uri").GetString());
    }

    [Theory, Databases]
    public async Task Keys_OfTwoSpaces_Differ(DatabaseProvider provider)
    {
        var (home, other) = (await apps.On(provider).CreateSpaceAsync(), await apps.On(provider).CreateSpaceAsync());

        Assert.Empty((await KeyIdsAsync(home)).Intersect(await KeyIdsAsync(other)));
    }

    [Theory, Databases]
    public async Task AccessToken_OfAnotherSpace_IsRefused(DatabaseProvider provider)
    {
        var (home, other) = (await apps.On(provider).CreateSpaceAsync(), await apps.On(provider).CreateSpaceAsync());
        var token = await home.TokenAsync(await home.CreateClientAsync());

        Assert.Equal(HttpStatusCode.OK, await home.CallerStatusAsync(token));
        Assert.Equal(HttpStatusCode.Unauthorized, await other.CallerStatusAsync(token));
    }

    [Theory, Databases]
    public async Task Secret_OfAnotherSpace_IsRefused(DatabaseProvider provider)
    {
        var (home, other) = (await apps.On(provider).CreateSpaceAsync(), await apps.On(provider).CreateSpaceAsync());
        var client = await home.CreateClientAsync();

        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), await other.RefusalAsync(Answers.Credentials(client)));
    }

    [Theory, Databases]
    public async Task Key_CopiedIntoAnotherSpace_CantBeOpened(DatabaseProvider provider)
    {
        var app = apps.On(provider);
        var (home, other) = (await app.CreateSpaceAsync(), await app.CreateSpaceAsync());
        await KeyIdsAsync(home);
        var keys = await home.ReadAsync(db => db.SpaceKeys.AsNoTracking().ToListAsync());
        var protection = app.Services.GetRequiredService<SpaceKeyProtection>();

        Assert.All(keys, k => Assert.NotNull(protection.Open(home.Space, k.Material)));
        Assert.All(keys, k => Assert.Null(protection.Open(other.Space, k.Material)));
    }

    [Theory, Databases]
    public async Task Token_OpensNoPage(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        using var http = space.Bearing(await space.TokenAsync(await space.CreateClientAsync(scopes: [ApiScopes.Audit])));

        using var answer = await http.GetAsync(space.Uri("/audit"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Caller_WithoutToken_Is401(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        using var http = space.App.CreateDefaultClient();

        using var answer = await http.GetAsync(space.Uri("/api/v1/caller"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await space.CallerStatusAsync("forged"));
    }

    private static async Task<IReadOnlyList<string>> KeyIdsAsync(TestSpace space) =>
        [.. (await space.JsonAsync("/.well-known/jwks")).GetProperty("keys").EnumerateArray().Select(k => k.GetProperty("kid").GetString()!)];
}
