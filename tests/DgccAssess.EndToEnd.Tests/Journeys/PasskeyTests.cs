using DgccAssess.Core.Security;
using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>A passkey on the browser's virtual device: made, renamed, used, and worthless in another space.</summary>
public sealed class PasskeyTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task Passkey_OfOneSpace_OpensItAndNoOther()
    {
        var (home, other) = (await App.CreateSpaceAsync(), await App.CreateSpaceAsync());
        var person = await home.CreatePersonAsync(Roles.Reader, name: "Dewi Lestari");
        await other.CreatePersonAsync(Roles.Reader, name: "Dewi Lestari");
        // Passkeys belong to a name, not to a number.
        var page = await OpenAsync(adjust: options => options.BaseURL = Product.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
        await PlugInDeviceAsync(page);
        await page.SignInAsync(home, person);

        await page.GoAsync($"{home.Path}/security/passkeys");
        await page.Locator("#Input_Name").FillAsync("Work laptop");
        await page.PressAsync();
        await Expect(page.Locator(".recovery-codes code").First).ToBeVisibleAsync();

        await page.GoAsync($"{home.Path}/security/passkeys");
        await page.FollowAsync(page.Locator("main a[href*='/security/passkeys/']"));
        await page.Locator("#Input_Name").FillAsync("Home laptop");
        await page.ScreenshotAsync(new() { Path = Artifacts.Screen("passkey.1280-ltr.png"), FullPage = true });
        await page.FollowAsync(page.Locator("main form .btn-primary"));
        await Expect(page.Locator("dl.answers dt")).ToHaveTextAsync("Home laptop");

        await page.GoAsync($"{home.Path}/sign-out");
        await page.PressAsync();
        await page.GoAsync($"{home.Path}/sign-in/passkey");
        await page.PressAsync();
        await Expect(page.Locator(".account")).ToContainTextAsync("Dewi Lestari");

        Troubles.Of(page.Context).Expect("400 (Bad Request)");
        await page.GoAsync($"{other.Path}/sign-in/passkey");
        await page.PressAsync();
        await Expect(page.Locator("#error-summary")).ToBeVisibleAsync();
        await Expect(page.Locator(".account")).ToHaveCountAsync(0);
    }

    private static async Task PlugInDeviceAsync(IPage page)
    {
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
