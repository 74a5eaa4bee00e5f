using DgccAssess.Core.Security;
using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>An agency objects to its result; the organizer upholds it and corrects; both stand side by side.</summary>
public sealed class ObjectionTests(Product product) : BrowserTest(product)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Objection_FromTheResult_LeadsToItsCorrection(bool scripts)
    {
        var space = await App.CreateSpaceAsync();
        await space.PublishRoundAsync("2026", [new("ministry-a", "ministry", 2)]);
        var coordinator = await OpenAsync(space, await space.CreatePersonAsync(Roles.Coordinator, await space.AgencyIdAsync("ministry-a")), adjust: options => options.JavaScriptEnabled = scripts);
        var organizer = await OpenAsync(space, await space.CreatePersonAsync(Roles.Organizer), adjust: options => options.JavaScriptEnabled = scripts);
        var result = $"{space.Path}/rounds/2026/agencies/ministry-a/result";

        await coordinator.GoAsync(result);
        await coordinator.FollowAsync(coordinator.Locator("#objections a[href$='/objection']"));
        await coordinator.Locator("#Input_Reason").FillAsync("The regulation of 2024 was overlooked.");
        await coordinator.Locator("details.help summary").First.ClickAsync();
        await coordinator.Locator("#Input_Points_0__Value").SelectOptionAsync("4");
        await coordinator.FollowAsync(coordinator.Locator("#objection button"));
        await Expect(coordinator.Locator("#withdraw")).ToBeVisibleAsync();

        await organizer.GoAsync($"{space.Path}/home");
        await organizer.FollowAsync(organizer.Locator("main a[href$='/objections']"));
        await organizer.FollowAsync(organizer.Locator("#objections tbody a[href$='/answer']"));
        await organizer.Locator("#upheld").CheckAsync();
        await organizer.Locator("#Input_Answer").FillAsync("You are right, it counts.");
        await organizer.FollowAsync(organizer.Locator("#answer button"));
        await organizer.FollowAsync(organizer.Locator("main a[href$='/correct']"));
        await organizer.Locator("#Input_Reason").FillAsync("The regulation of 2024 counts.");
        await organizer.Locator("#Input_Values_0__Value").SelectOptionAsync("4");
        await organizer.FollowAsync(organizer.Locator("main form .actions button"));

        await coordinator.GoAsync(result);
        await Expect(coordinator.Locator("#objections")).ToContainTextAsync("You are right, it counts.");
        await Expect(coordinator.Locator("#objections")).ToContainTextAsync("The regulation of 2024 counts.");
    }
}
