using DgccAssess.Core.Security;
using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>Programme staff note what a project brought, see it beside the ranks of the same period, and who is late.</summary>
public sealed class CooperationTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task Output_WithAWrongDate_IsPutRightAndStandsBesideTheResult_WithoutScript()
    {
        var hub = await App.HubAsync();
        var code = await hub.CreateCenterAsync();
        var staff = await OpenAsync(hub, await hub.CreatePersonAsync(Roles.Programme), adjust: options => options.JavaScriptEnabled = false);
        await staff.FollowAsync(staff.Locator(".site-nav a[href$='/cooperation']"));
        await AddCenterAsync(staff, $"{code}-hanoi");
        await staff.FollowAsync(staff.Locator($"main a[href$='/projects/{code}']"));

        await AddOutputAsync(staff);
        await Expect(staff.Locator("#effort-table tbody tr").First).ToContainTextAsync(new System.Text.RegularExpressions.Regex(@"87 → 69\s+\+18\s+62–79"));
        await Expect(staff.Locator("#effort")).ToContainTextAsync("in the same period");
        await PlanRoundAsync(staff, $"late-{code}");
    }

    /// <summary>And back to the portfolio, which lists it.</summary>
    private static async Task AddCenterAsync(IPage staff, string code)
    {
        await staff.FollowAsync(staff.Locator("main a[href$='/new-center']"));
        await staff.Locator("#Input_Code").FillAsync(code);
        await staff.Locator("#Input_Country").SelectOptionAsync("VNM");
        await staff.Locator("#Input_Names_0__Text").FillAsync("Center in Hanoi");
        await staff.Locator("#Input_City_0__Text").FillAsync("Hanoi");
        await staff.Locator("#Input_Periods").FillAsync("2027-");
        await staff.PressAsync();
        await Expect(staff.Locator("h1")).ToHaveTextAsync("Center in Hanoi");
        await staff.FollowAsync(staff.Locator(".site-nav a[href$='/cooperation']"));
        await Expect(staff.Locator("#centers tbody tr").Filter(new() { HasText = "Center in Hanoi" })).ToContainTextAsync("2027–");
    }

    private static async Task AddOutputAsync(IPage staff)
    {
        await staff.FollowAsync(staff.Locator("main a[href$='/output']"));
        await staff.Locator("#Input_Kind").SelectOptionAsync("Guideline");
        await staff.Locator("#Input_Titles_0__Text").FillAsync("Handbook of diagnosis");
        await staff.Locator("#Input_On").FillAsync("July 2023");
        Troubles.Of(staff.Context).Expect("400 (Bad Request)");
        await staff.PressAsync();

        await staff.Locator("#error-summary a").ClickAsync();
        await Expect(staff.Locator("#Input_On")).ToBeFocusedAsync();
        await Expect(staff.Locator("#Input_On")).ToHaveValueAsync("July 2023");
        await Expect(staff.Locator("#Input_Titles_0__Text")).ToHaveValueAsync("Handbook of diagnosis");
        await staff.ScreenshotAsync(new() { Path = Artifacts.Screen("cooperation-output-wrong.1280-ltr.png"), FullPage = true });
        await staff.Locator("#Input_On").FillAsync("2023-07");
        await staff.PressAsync();
        await Expect(staff.Locator("#outputs tbody tr")).ToContainTextAsync("July 2023");
    }

    private static async Task PlanRoundAsync(IPage staff, string round)
    {
        await staff.FollowAsync(staff.Locator(".site-nav a[href$='/cooperation']"));
        await staff.FollowAsync(staff.Locator("main a[href$='/pipeline']"));
        await staff.FollowAsync(staff.Locator("main a.btn-primary"));
        await staff.Locator("#Input_Country").SelectOptionAsync("UZB");
        await staff.Locator("#Input_Code").FillAsync(round);
        await staff.Locator("#Input_Opening_Planned").FillAsync("2026-01-05");
        await staff.PressAsync();
        await Expect(staff.Locator("#rounds tbody tr").Filter(new() { HasText = round }).Locator(".tag").First).ToHaveTextAsync("Late");
        await Expect(staff.Locator("#deadlines tbody tr").Filter(new() { HasText = round })).ToContainTextAsync("Overdue");
    }
}
