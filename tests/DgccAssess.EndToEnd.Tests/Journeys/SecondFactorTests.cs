using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SignIn.Authenticator;
using DgccAssess.Core.Security;
using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>Somebody sets up an authenticator app and needs it from then on.</summary>
public sealed class SecondFactorTests(Product product) : BrowserTest(product)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Authenticator_SetUp_IsAskedForAtTheNextSignIn(bool script)
    {
        var space = await App.CreateSpaceAsync();
        var person = await space.CreatePersonAsync(Roles.Reader, name: "Dewi Lestari");
        var page = await OpenAsync(space, person, adjust: options => options.JavaScriptEnabled = script);

        await page.GoAsync($"{space.Path}/security");
        await page.FollowAsync(page.Locator("main a[href$='/security/authenticator']").First);
        var key = (await page.Locator(".otp-key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await Expect(page.Locator("svg, img").First).ToBeVisibleAsync();
        var step = Totp.StepAt(TimeProvider.System.UtcNow);
        await page.GiveCodeAsync(Totp.CodeAt(key, step));
        await Expect(page.Locator(".recovery-codes code")).ToHaveCountAsync(SetUpSecondFactor.RecoveryCodes);

        await page.GoAsync($"{space.Path}/sign-out");
        await page.PressAsync();
        await page.GivePasswordAsync(space, person);
        await page.SetViewportSizeAsync(320, 640);
        await page.ScreenshotAsync(new() { Path = Artifacts.Screen("second.320-ltr.png"), FullPage = true });
        Troubles.Of(page.Context).Expect("400 (Bad Request)");
        await page.GiveCodeAsync("000000");
        await Expect(page.Locator("#error-summary")).ToBeVisibleAsync();
        await page.GiveCodeAsync(Totp.CodeAt(key, step + 1));
        await Expect(page.Locator(".account")).ToContainTextAsync("Dewi Lestari");
    }
}
