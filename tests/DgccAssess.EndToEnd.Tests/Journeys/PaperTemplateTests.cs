using DgccAssess.Core.Security;
using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>An organizer gives the agency reports words and an order of the government's own; the agency's next report has them.</summary>
public sealed class PaperTemplateTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task Template_OfTheGovernment_IsOnTheNextReport()
    {
        var space = await App.CreateSpaceAsync();
        await space.PublishRoundAsync("2025", [new("ministry-a", "ministry", 2)]);
        var organizer = await OpenAsync(space, await space.CreatePersonAsync(Roles.Organizer), adjust: options => options.JavaScriptEnabled = false);

        Troubles.Of(organizer.Context).Expect("Failed to load resource");
        await organizer.GoAsync($"{space.Path}/paper-templates");
        await organizer.FollowAsync(organizer.Locator("main a[href$='/paper-templates/agency-report']"));
        await organizer.Locator("#Input_Texts_0__Title").FillAsync("Annual letter on digital government");
        await organizer.Locator("#Input_Texts_0__Foreword").FillAsync("Dear colleagues,\nthis is how far we came.");
        await organizer.Locator("#Input_Sections_0__Place").FillAsync("x");
        await organizer.PressAsync();

        // What was typed is still there, and the field that is wrong says so.
        await Expect(organizer.Locator("#Input_Texts_0__Title")).ToHaveValueAsync("Annual letter on digital government");
        await organizer.Locator("#Input_Sections_0__Place").FillAsync("9");
        await organizer.PressAsync();
        await Expect(organizer.Locator("main table tbody tr").First).ToContainTextAsync("1");

        var coordinator = await OpenAsync(space, await space.CreatePersonAsync(Roles.Coordinator, await space.AgencyIdAsync("ministry-a")), adjust: options => options.JavaScriptEnabled = false);
        await coordinator.GoAsync($"{space.Path}/rounds/2025/agencies/ministry-a/result");
        var report = await coordinator.ReadReportAsync();
        Assert.Contains("Annual letter on digital government", report, StringComparison.Ordinal);
        Assert.Contains("this is how far we came.", report, StringComparison.Ordinal);
    }
}
