using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SignIn.Authenticator;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Web.Features.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Federation;

/// <summary>What a space keeps itself beside the identity provider: passwords while they are allowed, second factors, fresh proofs.</summary>
public sealed class LocalSignInTests(TestApps apps)
{
    [Theory, Databases]
    public async Task LocalSignIn_On_StandsBesideTheProvider(DatabaseProvider provider)
    {
        var scene = await FederationScene.OpenAsync(apps.On(provider));
        var person = await scene.Space.CreatePersonAsync(Roles.Reader);
        using var browser = scene.Space.Anonymous();

        var page = await browser.GetAsync("/sign-in?returnUrl=%2Fx");

        Assert.Equal("Sign in with National Identity", page.Document.QuerySelector("main a.btn-primary")!.TextContent);
        Assert.Equal($"{scene.Space.Path}/sign-in/provider?returnUrl=%2Fx", page.Document.QuerySelector("main a.btn-primary")!.GetAttribute("href"));
        await browser.SignInAsync(person);
    }

    [Theory, Databases]
    public async Task LocalSignIn_SwitchedOff_EveryLocalWayInIsRefusedInWords(DatabaseProvider provider)
    {
        var app = apps.On(provider);
        var (authority, space) = (await app.CreateSpaceAsync(), await app.CreateSpaceAsync());
        var person = await space.CreatePersonAsync(Roles.Administrator);
        using var admin = await space.AsAsync(person);
        await TestSpace.InviteAsync(admin, "dewi@agency.example", Roles.Reader);
        var invitation = (await space.LastMailToAsync("dewi@agency.example")).Link(space);
        using var browser = space.Anonymous();
        // Pages opened while it was on, and used afterwards.
        string[] ways = ["/sign-in", "/sign-in/forgot", invitation, "/sign-in/passkey"];
        var opened = new List<TestPage>();
        foreach (var way in ways) opened.Add(await browser.GetAsync(way));

        space = await space.FederateAsync(authority, adjust: s => s with { LocalSignIn = false });

        foreach (var page in opened)
        {
            var form = page.Document.QuerySelector("main form[data-passkey]") is null ? "main form[method=post]" : "main form[data-passkey]";
            var refused = await browser.SendOnceAsync(browser.FormRequest(page, form, ("Input.Email", person.Email), ("Input.Password", person.Password)));
            Assert.Equal((HttpStatusCode.Forbidden, "Passwords and passkeys are switched off"), (refused.Status, refused.Heading));
            Assert.EndsWith("/sign-in/provider", refused.Document.QuerySelector("main a.btn-primary")!.GetAttribute("href"), StringComparison.Ordinal);
        }

        foreach (var way in ways)
        {
            var door = await browser.GetAsync(way);
            Assert.Equal("Sign in", door.Heading);
            Assert.Contains("You sign in with National Identity here", door.Text, StringComparison.Ordinal);
            Assert.Null(door.Document.QuerySelector("main form"));
        }

        Assert.Equal("Sign in", (await browser.GetAsync("/home")).Heading);
        await TestSpace.InviteAsync(admin, "budi@agency.example", Roles.Reader);
        var mail = await space.LastMailToAsync("budi@agency.example");
        Assert.Contains("sign in at your government", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("password", mail.Text, StringComparison.Ordinal);
        // Nothing was used up: the account that was invited still has no password.
        Assert.Null(await space.ReadAsync(db => db.Users.Where(u => u.Email == "dewi@agency.example").Select(u => u.PasswordHash).SingleAsync()));
    }

    [Theory, Databases]
    public async Task SecondFactor_OfTheSpace_IsStillAskedFor_UnlessTheProvidersCounts(DatabaseProvider provider)
    {
        var scene = await FederationScene.OpenAsync(apps.On(provider), s => s with { LocalSignIn = false });
        var official = await scene.Provider.CreatePersonAsync(Roles.Reader);
        using (var first = scene.Space.Anonymous()) await scene.SignInAsync(first, official);
        var key = await SetUpAsync(scene.Space, official.Email);
        using var browser = scene.Space.Anonymous();

        var second = await scene.SignInAsync(browser, official);
        Assert.Equal("Second step", second.Heading);
        Assert.Equal("Sign in", (await browser.GetAsync("/home")).Heading);
        // As a second step a passkey is welcome; as a way in it is not.
        Assert.Equal("Sign in with a passkey", (await browser.GetAsync("/sign-in/passkey")).Heading);
        Assert.Equal("Sign in", (await scene.Space.Anonymous().GetAsync("/sign-in/passkey")).Heading);
        var home = await browser.SubmitAsync(await browser.GetAsync("/sign-in/second"), "form:has(#Input_Code)", ("Input.Code", Totp.CodeAt(key, Totp.StepAt(TimeProvider.System.UtcNow))));
        Assert.Equal("Your work", home.Heading);
        Assert.Contains("identityProviderAndCode", await scene.LastAsync(nameof(SignedIn)), StringComparison.OrdinalIgnoreCase);
    }

    [Theory, Databases]
    public async Task SecondFactor_OfTheProvider_CountsWhereTheSpaceSaysSo(DatabaseProvider provider)
    {
        var scene = await FederationScene.OpenAsync(apps.On(provider), s => s with { SecondFactorMethods = ["mfa"] });
        scene = scene with { Space = await scene.Space.WithSettingsAsync(scene.Space.Space.Settings with { MfaRoles = [Roles.Organizer] }) };
        var secured = await scene.Provider.CreateSecuredPersonAsync(Roles.Organizer);
        var plain = await scene.Provider.CreatePersonAsync(Roles.Organizer);
        using var browser = scene.Space.Anonymous();
        using var other = scene.Space.Anonymous();

        var asked = await FederationScene.PasswordAsync(browser, await browser.GetAsync("/sign-in/provider"), secured.Person);
        await FederationScene.ConsentAsync(browser, await browser.SubmitAsync(asked, "form:has(#Input_Code)", ("Input.Code", secured.NextCode())));
        await scene.SignInAsync(other, plain);

        Assert.Equal("Rounds", (await browser.GetAsync("/rounds")).Heading);
        Assert.Contains("identityProviderWithSecondFactor", await scene.Space.ReadAsync(db => db.AuditEvents.Where(e => e.Type == nameof(SignedIn)).OrderBy(e => e.At).Select(e => e.Details).FirstAsync()), StringComparison.OrdinalIgnoreCase);
        // Whose provider asked for one factor sets up the second one here.
        Assert.Equal("Security", (await other.GetAsync("/rounds")).Heading);
    }

    [Theory, Databases]
    public async Task FreshProof_IsGivenAtTheProvider_AndByNobodyElse(DatabaseProvider provider)
    {
        var scene = await FederationScene.OpenAsync(apps.On(provider), s => s with { LocalSignIn = false });
        var (official, colleague) = (await scene.Provider.CreatePersonAsync(Roles.Administrator), await scene.Provider.CreatePersonAsync(Roles.Administrator));
        using var browser = scene.Space.Anonymous();
        await scene.SignInAsync(browser, official);
        await AgeAsync(scene.Space);
        await AgeAsync(scene.Provider);

        var confirm = await browser.GetAsync("/clients/new");
        Assert.Equal("Confirm that it is you", confirm.Heading);
        Assert.Null(confirm.Document.QuerySelector("main form"));
        var there = await browser.GetAsync(confirm.Document.QuerySelector("main a.btn-primary")!.GetAttribute("href")!);
        Assert.StartsWith(scene.Provider.Path, there.Path, StringComparison.Ordinal);
        Assert.Equal("Confirm that it is you", there.Heading);
        var proved = await browser.SubmitAsync(there, "main form[method=post]", ("StepUp.Proof", official.Password));
        Assert.Equal("Register an API client", (await FederationScene.ConsentAsync(browser, proved)).Heading);

        // Somebody else at the same desk, who signs in at the provider in between.
        await AgeAsync(scene.Space);
        await browser.SubmitAsync(await browser.SendAsync(new(HttpMethod.Get, $"{scene.Provider.Path}/sign-out")), "main form[method=post]");
        var asked = await browser.GetAsync("/sign-in/provider?confirm=true");
        var page = await FederationScene.ConsentAsync(browser, await FederationScene.PasswordAsync(browser, asked, colleague));
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("somebody else", page.Text, StringComparison.Ordinal);
    }

    private static Task AgeAsync(TestSpace space) =>
        space.ReadAsync(db => db.SignInSessions.ExecuteUpdateAsync(set => set.SetProperty(s => s.ConfirmedAt, TimeProvider.System.UtcNow.AddMinutes(-11))));

    private static Task<string> SetUpAsync(TestSpace space, string email) => space.RunAsync(async services =>
    {
        var account = await services.GetRequiredService<TenantDbContext>().Users.SingleAsync(u => u.Email == email);
        var setUp = services.GetRequiredService<SetUpSecondFactor>();
        var key = await setUp.KeyAsync(account);
        Assert.True((await setUp.ConfirmAsync(account, Totp.CodeAt(key, Totp.StepAt(TimeProvider.System.UtcNow) - 1))).Succeeded);
        return key;
    });
}
