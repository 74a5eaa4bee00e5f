using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Connect.Keys;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Web.Features.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Federation;

/// <summary>The way to the identity provider and back: what belongs to another space, another browser or another time is worthless.</summary>
public sealed class RoundTripTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Space_WithoutAProvider_HasNoSuchPages(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        using var browser = space.Anonymous();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/sign-in/provider")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/sign-in/provider/back?code=x&state=y")).Status);
        Assert.DoesNotContain("provider", (await browser.GetAsync("/sign-in")).Body, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Way_CarriesCodePkceAndNonce_AndASafeAddressToReturnTo(DatabaseProvider provider)
    {
        var scene = await FederationScene.OpenAsync(apps.On(provider));
        using var browser = scene.Space.Anonymous();

        var led = (await browser.SendOnceAsync(new(HttpMethod.Get, browser.Absolute("/sign-in/provider")))).Response.Headers.Location!;

        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(led.Query);
        Assert.Equal($"{scene.Provider.Path}/connect/authorize", led.AbsolutePath);
        Assert.Equal(("code", "S256", $"http://localhost{scene.Space.Path}/sign-in/provider/back"), (query["response_type"].ToString(), query["code_challenge_method"].ToString(), query["redirect_uri"].ToString()));
        Assert.All(new[] { "state", "nonce", "code_challenge" }, name => Assert.NotEmpty(query[name].ToString()));
        Assert.Equal("email openid profile roles", string.Join(' ', query["scope"].ToString().Split(' ').Order(StringComparer.Ordinal)));
    }

    [Theory, Databases]
    public async Task Way_EndsWhereOneWantedToGo_ButNeverOutside(DatabaseProvider provider)
    {
        var scene = await FederationScene.OpenAsync(apps.On(provider));
        var official = await scene.Provider.CreatePersonAsync(Roles.Reader);
        using var browser = scene.Space.Anonymous();
        using var lured = scene.Space.Anonymous();

        var page = await scene.SignInAsync(browser, official, $"/sign-in/provider?returnUrl={Uri.EscapeDataString(scene.Space.Path + "/security")}");
        Assert.Equal("Security", page.Heading);
        foreach (var outside in new[] { "https://evil.example/", "//evil.example", "/\\evil.example" })
        {
            Assert.Equal("Your work", (await scene.SignInAsync(lured, official, $"/sign-in/provider?returnUrl={Uri.EscapeDataString(outside)}")).Heading);
        }
    }

    [Theory, Databases]
    public async Task Answer_InAnotherBrowser_OrASecondTime_IsRefused(DatabaseProvider provider)
    {
        var scene = await FederationScene.OpenAsync(apps.On(provider));
        var official = await scene.Provider.CreatePersonAsync(Roles.Reader);
        using var browser = scene.Space.Anonymous();
        using var other = scene.Space.Anonymous();
        await RefusedAsync(other, await scene.AnswerAsync(browser, official));
        using var again = scene.Space.Anonymous();
        var answer = await scene.AnswerAsync(again, official);

        Assert.Equal("Your work", (await again.GetAsync(answer)).Heading);
        await RefusedAsync(again, answer, signedIn: true);
    }

    [Theory, Databases]
    public async Task Answer_ForAnotherSpaceOfTheSameProvider_IsRefused(DatabaseProvider provider)
    {
        var scene = await FederationScene.OpenAsync(apps.On(provider));
        var neighbour = await (await scene.Space.App.CreateSpaceAsync()).FederateAsync(scene.Provider);
        var official = await scene.Provider.CreatePersonAsync(Roles.Reader);
        using var browser = scene.Space.Anonymous();
        var answer = await scene.AnswerAsync(browser, official);

        // The same browser, with every cookie of the way it went.
        await RefusedAsync(browser, answer.Replace(scene.Space.Path + "/", neighbour.Path + "/", StringComparison.Ordinal));
        using var atNeighbour = neighbour.Anonymous();
        Assert.Equal("Sign in", (await atNeighbour.GetAsync("/home")).Heading);
    }

    [Theory, Databases]
    public async Task Answer_WithoutOrWithAnInventedState_IsRefused(DatabaseProvider provider)
    {
        var scene = await FederationScene.OpenAsync(apps.On(provider));
        using var browser = scene.Space.Anonymous();

        foreach (var query in new[] { "", "?code=x", "?code=x&state=invented", "?error=access_denied", "?error=server_error&state=invented" }) await RefusedAsync(browser, "/sign-in/provider/back" + query);
    }

    [Theory, Databases]
    public async Task Answer_ThatSaysNo_IsToldInWords(DatabaseProvider provider)
    {
        var scene = await FederationScene.OpenAsync(apps.On(provider));
        var official = await scene.Provider.CreatePersonAsync(Roles.Reader);
        using var browser = scene.Space.Anonymous();
        var question = await FederationScene.PasswordAsync(browser, await browser.GetAsync("/sign-in/provider"), official);

        var page = await FederationScene.ConsentAsync(browser, question, "deny");

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("did not let you through", page.Text, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Provider_ThatDoesNotAnswer_IsNoFaultOfTheServer(DatabaseProvider provider)
    {
        // A port of this machine where nothing listens.
        var scene = await FederationScene.OpenAsync(apps.On(provider), s => s with { Issuer = "http://127.0.0.1:9" });
        using var browser = scene.Space.Anonymous();

        var page = await browser.GetAsync("/sign-in/provider");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "You could not be signed in"), (page.Status, page.Heading));
        Assert.Contains("does not answer", page.Text, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Provider_WithNewKeys_IsReadAnew(DatabaseProvider provider)
    {
        var scene = await FederationScene.OpenAsync(apps.On(provider));
        var official = await scene.Provider.CreatePersonAsync(Roles.Reader);
        using var browser = scene.Space.Anonymous();
        await scene.SignInAsync(browser, official);
        await scene.Provider.RunAsync(services => services.GetRequiredService<RotateSigningKeys>().HandleAsync(RotateKeys.AtOnce));
        using var unlucky = scene.Space.Anonymous();
        using var next = scene.Space.Anonymous();

        await scene.SignInAsync(unlucky, official);

        Assert.Equal("Your work", (await scene.SignInAsync(next, official)).Heading);
    }

    [Theory, Databases]
    public async Task TooManyAnswers_AreRefusedForAMinute(DatabaseProvider provider)
    {
        var scene = await FederationScene.OpenAsync(apps.On(provider));
        using var browser = scene.Space.Anonymous();

        for (var i = 0; i < SignInLimits.PerAddress; i++) await browser.GetAsync("/sign-in/provider/back?code=x&state=invented");
        var page = await browser.GetAsync("/sign-in/provider/back?code=x&state=invented");

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.NotNull(page.Response.Headers.RetryAfter);
    }

    private static async Task RefusedAsync(TestBrowser browser, string address, bool signedIn = false)
    {
        var page = await browser.SendOnceAsync(new(HttpMethod.Get, address.StartsWith("/t", StringComparison.Ordinal) ? address : browser.Absolute(address)));
        Assert.Equal((HttpStatusCode.Forbidden, "You could not be signed in"), (page.Status, page.Heading));
        Assert.Equal(signedIn ? "Your work" : "Sign in", (await browser.GetAsync("/home")).Heading);
    }
}
