using DgccAssess.Core.Features.Connect;
using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Security;
using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>A government sends its officials to its identity provider, which is another space of the running server: there and back, then without passwords of its own.</summary>
public sealed class FederationTests(Product product) : BrowserTest(product), IDisposable
{
    private const string Off = "Passwords and passkeys are switched off";

    private readonly string root = Directory.CreateTempSubdirectory("dgcc-federation-").FullName;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Official_SignsInAtTheProvider_AndNowhereElseOnceLocalSignInIsOff(bool script)
    {
        var (authority, created) = (await App.CreateSpaceAsync(), await App.CreateSpaceAsync());
        var official = await authority.CreatePersonAsync(Roles.Administrator, name: "Dewi Lestari");
        var stranger = await authority.CreatePersonAsync(Roles.Auditor, name: "Budi Santoso");
        var client = await authority.CreateClientAsync(ApiClientKind.Device, redirects: $"{Product.Address}{created.Path}/sign-in/provider/back");
        var space = await ApplyAsync(created, authority, client, localSignIn: true);
        var local = await space.CreatePersonAsync(Roles.Reader, name: "Local Person");

        // Beside the password, the provider's button; it leads there and back.
        var page = await OpenAsync(adjust: options => options.JavaScriptEnabled = script);
        await page.GoAsync($"{space.Path}/sign-in");
        await page.ScreenshotAsync(new() { Path = Artifacts.Screen("sign-in-beside.1280-ltr.png"), FullPage = true });
        await page.FollowAsync(page.Locator("main a.btn-primary"));
        await GivePasswordAsync(page, authority, official);
        await AllowAsync(page);
        await Expect(page.Locator(".account")).ToContainTextAsync("Dewi Lestari");
        Assert.StartsWith(Product.Address + space.Path, page.Url, StringComparison.Ordinal);
        await page.GoAsync($"{space.Path}/accounts");
        await Expect(page.Locator("tbody")).ToContainTextAsync(official.Email);

        // Somebody the provider knows and the list doesn't.
        var outside = await OpenAsync(adjust: options => options.JavaScriptEnabled = script);
        Troubles.Of(outside.Context).Expect("403 (Forbidden)");
        await outside.GoAsync($"{space.Path}/sign-in");
        await outside.FollowAsync(outside.Locator("main a.btn-primary"));
        await GivePasswordAsync(outside, authority, stranger);
        await AllowAsync(outside);
        await Expect(outside.Locator("h1")).ToHaveTextAsync("You could not be signed in");
        await Expect(outside.Locator("main")).ToContainTextAsync("is a role here");

        // Local sign-in is switched off; a page that was open before is of no use.
        var late = await OpenAsync(adjust: options => options.JavaScriptEnabled = script);
        Troubles.Of(late.Context).Expect("403 (Forbidden)");
        await late.GoAsync($"{space.Path}/sign-in");
        space = await ApplyAsync(space, authority, client, localSignIn: false);
        await late.Locator("#Input_Email").FillAsync(local.Email);
        await late.Locator("#Input_Password").FillAsync(local.Password);
        await late.FollowAsync(late.Locator("main form .btn-secondary"));
        await Expect(late.Locator("h1")).ToHaveTextAsync(Off);
        await PhotographAsync(late, "local-off", script);
        await late.FollowAsync(late.Locator("main a.btn-primary"));
        Assert.StartsWith(Product.Address + authority.Path, late.Url, StringComparison.Ordinal);
        await late.GoAsync($"{space.Path}/sign-in/forgot");
        await Expect(late.Locator("main form")).ToHaveCountAsync(0);
        await Expect(late.Locator("main")).ToContainTextAsync("You sign in with National Identity here");

        await FreshProofAsync(page, space, authority, official, script);

        // Out, and in again by the only way there is.
        await page.GoAsync($"{space.Path}/sign-out");
        await Expect(page.Locator("main")).ToContainTextAsync("At National Identity you may still be signed in");
        await page.PressAsync();
        await page.FollowAsync(page.Locator("main a.btn-primary"));
        await AllowAsync(page);
        await Expect(page.Locator(".account")).ToContainTextAsync("Dewi Lestari");
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    /// <summary>A weighty step while the proof has grown old: asked for at the provider, and what was typed is kept.</summary>
    private static async Task FreshProofAsync(IPage page, TestSpace space, TestSpace authority, Person official, bool script)
    {
        await page.GoAsync($"{space.Path}/roles/new");
        await page.Locator("#Input_Name").FillAsync("observer");
        await page.Locator("#Input_Title").FillAsync("Observer");
        await page.Locator("#permission-results\\.read").CheckAsync();
        await AgeAsync(space);
        await AgeAsync(authority);
        Troubles.Of(page.Context).Expect("403 (Forbidden)");
        await page.PressAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Confirm that it is you");
        await PhotographAsync(page, "confirm-provider-kept", script);
        var there = await page.Context.RunAndWaitForPageAsync(() => page.Locator("main a.btn-secondary").ClickAsync());
        await Expect(there.Locator("h1")).ToHaveTextAsync("Confirm that it is you");
        await there.Locator("#StepUp_Proof").FillAsync(official.Password);
        await there.PressAsync();
        await AllowAsync(there);
        await Expect(there.Locator("h1")).ToHaveTextAsync("Confirmed: it is you");
        await there.ScreenshotAsync(new() { Path = Artifacts.Screen("provider-confirmed.1280-ltr.png"), FullPage = true });
        await there.CloseAsync();
        await page.PressAsync();
        await page.GoAsync($"{space.Path}/roles");
        await Expect(page.Locator("main")).ToContainTextAsync("Observer");
    }

    private static async Task GivePasswordAsync(IPage page, TestSpace authority, Person person)
    {
        Assert.Contains(authority.Path + "/sign-in", page.Url, StringComparison.Ordinal);
        await page.Locator("#Input_Email").FillAsync(person.Email);
        await page.Locator("#Input_Password").FillAsync(person.Password);
        await page.PressAsync();
    }

    private static Task AllowAsync(IPage page) => page.FollowAsync(page.Locator("button[value=allow]"));

    private static async Task PhotographAsync(IPage page, string name, bool script)
    {
        if (!script) return;
        await page.ScreenshotAsync(new() { Path = Artifacts.Screen($"{name}.1280-ltr.png"), FullPage = true });
        await page.SetViewportSizeAsync(320, 640);
        await page.ScreenshotAsync(new() { Path = Artifacts.Screen($"{name}.320-ltr.png"), FullPage = true });
        await page.SetViewportSizeAsync(1280, 900);
    }

    private static Task AgeAsync(TestSpace space) =>
        space.ReadAsync(db => db.SignInSessions.ExecuteUpdateAsync(set => set.SetProperty(s => s.ConfirmedAt, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-11))));

    /// <summary>The space as its folder says, read as dgcc tenant apply reads it.</summary>
    private async Task<TestSpace> ApplyAsync(TestSpace space, TestSpace authority, TestClient client, bool localSignIn)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, space.Space.Id)).FullName;
        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(root, "instruments", "dgcc-2026")).FullName, "instrument.yaml"), "code: dgcc-2026\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "agencies.csv"), "code,group,region,name_en\n");
        await File.WriteAllTextAsync(Path.Combine(folder, TenantFile.Name),
            $$"""
            id: {{space.Space.Id}}
            names: { en: "Testland {{space.Space.Id}}" }
            languages: [en]
            timeZone: Asia/Jakarta
            firstDayOfWeek: monday
            branding: { accentColor: "#1F3A73" }
            supportContact: support@example.org
            instruments: [dgcc-2026]
            agencyGroups: [{ code: ministry, names: { en: Ministries } }]
            regions: [{ code: national, names: { en: National } }]
            security: { mfaRoles: [] }
            identityProvider:
              issuer: {{Product.Address}}{{authority.Path}}
              clientId: {{client.ClientId}}
              names: { en: National Identity }
              scopes: [profile, email, roles]
              roles: { administrator: administrator }
              allow: { domains: [{{authority.Space.Id}}.example] }
              localSignIn: {{(localSignIn ? "true" : "false")}}

            """);
        var read = TenantFile.Read(folder);
        Assert.Empty(read.Problems);
        return await space.WithSettingsAsync(read.Value!.Space.Settings);
    }
}
