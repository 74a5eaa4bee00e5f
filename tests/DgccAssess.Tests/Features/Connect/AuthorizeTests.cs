using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.Connect;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Connect;

public sealed class AuthorizeTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Code_ForAPerson_GivesTokensThatSayNoMoreThanThePersonMay(DatabaseProvider provider)
    {
        var scene = await SceneAsync(provider, Roles.Reader);

        var tokens = await scene.Program.TokensAsync(scene.Program.Exchange(await scene.Program.CodeAsync(scene.Browser)));
        var caller = await scene.Space.CallerAsync(tokens.GetProperty("access_token").GetString()!);

        Assert.Equal("person", caller.GetProperty("kind").GetString());
        Assert.Equal(scene.Person.DisplayName, caller.GetProperty("name").GetString());
        Assert.Contains(ApiScopes.Results, caller.GetProperty("scopes").Strings());
        Assert.Equal([Permissions.ResultsRead], caller.GetProperty("permissions").Strings());
        Assert.True(tokens.TryGetProperty("id_token", out _));
    }

    [Theory, Databases]
    public async Task UserInfo_ShowsWhatTheScopesAllow(DatabaseProvider provider)
    {
        var scene = await SceneAsync(provider, Roles.Reader);

        var tokens = await scene.Program.TokensAsync(scene.Program.Exchange(await scene.Program.CodeAsync(scene.Browser, "openid profile roles")));
        using var http = scene.Space.Bearing(tokens.GetProperty("access_token").GetString()!);
        var shown = await http.GetFromJsonAsync<JsonElement>(scene.Space.Uri("/connect/userinfo"));

        Assert.Equal(scene.Person.Id.ToString(), shown.GetProperty("sub").GetString());
        Assert.Equal(scene.Person.DisplayName, shown.GetProperty("name").GetString());
        Assert.Equal([Roles.Reader], shown.GetProperty("role").Strings());
        Assert.False(shown.TryGetProperty("email", out _));
    }

    [Theory, Databases]
    public async Task Consent_IsAskedOnce_AndItsPageLetsTheFormEndAtTheProgram(DatabaseProvider provider)
    {
        var scene = await SceneAsync(provider, Roles.Reader);

        var page = await scene.Browser.SendOnceAsync(new(HttpMethod.Get, scene.Program.Address()));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("asks to act for you", page.Heading, StringComparison.Ordinal);
        Assert.Contains("form-action 'self' https://portal.example;", page.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        await Authorizing.AnswerAsync(scene.Browser, page, "allow");

        var again = await scene.Browser.SendOnceAsync(new(HttpMethod.Get, scene.Program.Address()));
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.True(Authorizing.Returned(again).ContainsKey("code"));
    }

    [Theory, Databases]
    public async Task Consent_Refused_IsToldToTheProgram(DatabaseProvider provider)
    {
        var scene = await SceneAsync(provider, Roles.Reader);

        var page = await scene.Browser.SendOnceAsync(new(HttpMethod.Get, scene.Program.Address()));
        var answer = await Authorizing.AnswerAsync(scene.Browser, page, "deny");

        Assert.Equal("access_denied", Authorizing.Returned(answer)["error"]);
    }

    [Theory, Databases]
    public async Task Consent_Withdrawn_EndsTheTokens(DatabaseProvider provider)
    {
        var scene = await SceneAsync(provider, Roles.Reader);
        var tokens = await scene.Program.TokensAsync(scene.Program.Exchange(await scene.Program.CodeAsync(scene.Browser)));

        var page = await scene.Browser.GetAsync("/security/programs");
        await scene.Browser.SubmitAsync(page, "form:has([name=client])");

        Assert.Equal(HttpStatusCode.Unauthorized, await scene.Space.CallerStatusAsync(tokens.GetProperty("access_token").GetString()!));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), await scene.Space.RefusalAsync(scene.Program.Refresh(tokens.GetProperty("refresh_token").GetString()!)));
    }

    [Theory, Databases]
    public async Task Request_WithoutPkce_IsRefused(DatabaseProvider provider)
    {
        var scene = await SceneAsync(provider, Roles.Reader);
        var address = scene.Program.Address().Replace("code_challenge", "other", StringComparison.Ordinal);

        var answer = await scene.Browser.SendOnceAsync(new(HttpMethod.Get, address));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Null(answer.Response.Headers.Location);
    }

    [Theory, Databases]
    public async Task Request_WithAnotherReturnAddress_GoesNowhere(DatabaseProvider provider)
    {
        var scene = await SceneAsync(provider, Roles.Reader);

        var answer = await scene.Browser.SendOnceAsync(new(HttpMethod.Get, scene.Program.Address(more: ("redirect_uri", "https://evil.example/"))));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Null(answer.Response.Headers.Location);
        Assert.DoesNotContain("evil.example", answer.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Nobody_SignedIn_IsLedToTheSignInPage_AndASilentRequestIsAnswered(DatabaseProvider provider)
    {
        var scene = await SceneAsync(provider, Roles.Reader);
        using var stranger = scene.Space.Anonymous();

        var led = await stranger.SendOnceAsync(new(HttpMethod.Get, scene.Program.Address()));
        var silent = await stranger.SendOnceAsync(new(HttpMethod.Get, scene.Program.Address(more: ("prompt", "none"))));

        Assert.Contains($"{scene.Space.Path}/sign-in", led.Response.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("login_required", Authorizing.Returned(silent)["error"]);
    }

    [Theory, Databases]
    public async Task Silent_WithoutConsent_IsAnswered(DatabaseProvider provider)
    {
        var scene = await SceneAsync(provider, Roles.Reader);

        var silent = await scene.Browser.SendOnceAsync(new(HttpMethod.Get, scene.Program.Address(more: ("prompt", "none"))));

        Assert.Equal("consent_required", Authorizing.Returned(silent)["error"]);
    }

    [Theory, Databases]
    public async Task RefreshToken_IsGoodOnce_AndShownAgainEndsWhatCameOfIt(DatabaseProvider provider)
    {
        var scene = await SceneAsync(provider, Roles.Reader);
        var first = await scene.Program.TokensAsync(scene.Program.Exchange(await scene.Program.CodeAsync(scene.Browser)));
        var used = first.GetProperty("refresh_token").GetString()!;
        var second = await scene.Program.TokensAsync(scene.Program.Refresh(used));
        var (access, next) = (second.GetProperty("access_token").GetString()!, second.GetProperty("refresh_token").GetString()!);
        Assert.Equal(HttpStatusCode.OK, await scene.Space.CallerStatusAsync(access));

        Assert.Equal(0, await ReusedAsync(scene.Space));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), await scene.Space.RefusalAsync(scene.Program.Refresh(used)));

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), await scene.Space.RefusalAsync(scene.Program.Refresh(next)));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), await scene.Space.RefusalAsync(scene.Program.Refresh(used)));
        Assert.Equal(HttpStatusCode.Unauthorized, await scene.Space.CallerStatusAsync(access));
        // Told once: whoever goes on trying fills no trail.
        Assert.Equal(1, await ReusedAsync(scene.Space));
        var told = await scene.Space.ReadAsync(db => db.AuditEvents.SingleAsync(e => e.Type == nameof(RefreshTokenReused)));
        Assert.Contains(scene.Person.Id.ToString(), told.Details, StringComparison.Ordinal);
        Assert.StartsWith("Portal of", told.ActorName, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Code_IsGoodOnceAndForItsVerifierOnly(DatabaseProvider provider)
    {
        var scene = await SceneAsync(provider, Roles.Reader);
        var code = await scene.Program.CodeAsync(scene.Browser);

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), await scene.Space.RefusalAsync(scene.Program.Exchange(code, new string('x', 43))));
        var another = await scene.Program.CodeAsync(scene.Browser);
        await scene.Program.TokensAsync(scene.Program.Exchange(another));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), await scene.Space.RefusalAsync(scene.Program.Exchange(another)));
    }

    [Theory, Databases]
    public async Task Tokens_OfAnAccountThatChanged_AreVoid(DatabaseProvider provider)
    {
        var scene = await SceneAsync(provider, Roles.Reader);
        var tokens = await scene.Program.TokensAsync(scene.Program.Exchange(await scene.Program.CodeAsync(scene.Browser)));

        await scene.Space.RunAsync(async services =>
        {
            var accounts = services.GetRequiredService<UserManager<Account>>();
            await accounts.UpdateSecurityStampAsync((await accounts.FindByIdAsync(scene.Person.Id.ToString()))!);
        });

        Assert.Equal(HttpStatusCode.Unauthorized, await scene.Space.CallerStatusAsync(tokens.GetProperty("access_token").GetString()!));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), await scene.Space.RefusalAsync(scene.Program.Refresh(tokens.GetProperty("refresh_token").GetString()!)));
    }

    [Theory, Databases]
    public async Task CodeAndRefreshToken_OfAnotherSpace_AreRefused(DatabaseProvider provider)
    {
        var (home, other) = (await SceneAsync(provider, Roles.Reader), await SceneAsync(provider, Roles.Reader));
        var code = await home.Program.CodeAsync(home.Browser);
        var tokens = await home.Program.TokensAsync(home.Program.Exchange(await home.Program.CodeAsync(home.Browser)));

        // With the other space's own client, so that it is the token that is refused.
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), await other.Space.RefusalAsync(other.Program.Exchange(code)));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), await other.Space.RefusalAsync(other.Program.Refresh(tokens.GetProperty("refresh_token").GetString()!)));
        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), await other.Space.RefusalAsync(home.Program.Exchange(code)));
        Assert.True((await home.Program.TokensAsync(home.Program.Exchange(code))).TryGetProperty("access_token", out _));
    }

    private static Task<int> ReusedAsync(TestSpace space) => space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == nameof(RefreshTokenReused)));

    private async Task<Scene> SceneAsync(DatabaseProvider provider, string role)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var person = await space.CreatePersonAsync(role);
        var client = await space.CreateClientAsync(ApiClientKind.Web, [ApiScopes.Results], Authorizing.Redirect);
        return new(space, person, await space.AsAsync(person), new Authorizing(space, client, Authorizing.Redirect));
    }

    private sealed record Scene(TestSpace Space, Person Person, TestBrowser Browser, Authorizing Program);
}
