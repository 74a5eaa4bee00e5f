using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SignIn.Authenticator;
using DgccAssess.Core.Security;
using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>The platform's operator makes a tenant, takes it out of service and back, and orders its deletion; its administrator signs in meanwhile.</summary>
public sealed class OperatorTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task Tenant_IsCreatedSuspendedResumedExportedAndItsDeletionTakenBack()
    {
        var hub = await App.HubAsync();
        App.Databases.Track("atlantis");
        var page = await OpenAsync(hub, await hub.CreatePersonAsync(Roles.Operator, name: "Kim Ji-woo"));

        await page.FollowAsync(page.Locator(".site-nav a[href$='/tenants']"));
        await page.FollowAsync(page.Locator("main a[href$='/tenants/new']"));
        await page.Locator("#template-blank").CheckAsync();
        await page.Locator("#Input_Id").FillAsync("atlantis");
        await page.Locator("#Input_Name").FillAsync("Republic of Atlantis");
        await page.Locator("#language-en").CheckAsync();
        await page.Locator("#Input_TimeZone").FillAsync("Atlantic/Azores");
        await page.Locator("#instrument-dgcc-2026").CheckAsync();
        await page.Locator("#Input_Email").FillAsync("admin@atlantis.example");
        await page.Locator("#Input_AdministratorName").FillAsync("Plato");
        await page.Locator("#access-password").CheckAsync();
        await page.PressAsync();
        var password = await page.Locator(".first-password").InnerTextAsync();

        var administrator = await SignInAsync(password);
        await ActAsync(page, "suspend", act => act.Locator("#Input_Reason").FillAsync("Contract ended"));
        await Expect(page.Locator("main .tag").First).ToHaveTextAsync("Suspended");
        Troubles.Of(administrator.Context).Expect("503 (Service Unavailable)");
        Troubles.Of(administrator.Context).Expect("503 http");
        await administrator.GotoAsync("/atlantis/security");
        await Expect(administrator.Locator("h1")).ToHaveTextAsync("This space is suspended");
        await administrator.LookAsync();

        await ActAsync(page, "resume");
        await administrator.GoAsync("/atlantis/security");
        await Expect(administrator.Locator(".account")).ToContainTextAsync("Plato");

        await ActAsync(page, "suspend", act => act.Locator("#Input_Reason").FillAsync("Contract ended"));
        await ActAsync(page, "export");
        await hub.RunDueJobsAsync();
        await ActAsync(page, "delete", act => act.Locator("#Input_Typed").FillAsync("atlantis"));
        await Expect(page.Locator("main .notice h2")).ToContainTextAsync("This tenant will be deleted on");
        await ActAsync(page, "cancel-deletion");
        await Expect(page.Locator("main .tag").First).ToHaveTextAsync("Suspended");
    }

    private async Task<IPage> SignInAsync(string password)
    {
        var page = await OpenAsync("en");
        await page.GoAsync("/atlantis/sign-in");
        await page.Locator("#Input_Email").FillAsync("admin@atlantis.example");
        await page.Locator("#Input_Password").FillAsync(password);
        await page.PressAsync();
        // An administrator gets nowhere before the second factor is set up.
        await page.FollowAsync(page.Locator("main a[href$='/security/authenticator']").First);
        var key = (await page.Locator(".otp-key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await page.GiveCodeAsync(Totp.CodeAt(key, Totp.StepAt(TimeProvider.System.UtcNow)));
        await Expect(page.Locator(".recovery-codes code")).ToHaveCountAsync(SetUpSecondFactor.RecoveryCodes);
        return page;
    }

    private static async Task ActAsync(IPage page, string act, Func<IPage, Task>? fillIn = null)
    {
        await page.GoAsync("/hub/tenants/atlantis");
        await page.FollowAsync(page.Locator($"main .actions a[href$='/{act}']"));
        if (fillIn is not null) await fillIn(page);
        await page.PressAsync();
    }
}
