using DgccAssess.Core.Security;
using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>From a published result to a plan that is worked off, and the plan in the next round.</summary>
public sealed class ImprovementTests(Product product) : BrowserTest(product)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Plan_FromTheResult_IsWorkedOffAndCarriedOn(bool scripts)
    {
        var space = await App.CreateSpaceAsync();
        await space.PublishRoundAsync("2025", [new("ministry-a", "ministry", 2)]);
        var coordinator = await OpenAsync(
            space, await space.CreatePersonAsync(Roles.Coordinator, await space.AgencyIdAsync("ministry-a")), adjust: options => options.JavaScriptEnabled = scripts);
        var at = $"{space.Path}/rounds/2025/agencies/ministry-a";

        await coordinator.GoAsync($"{at}/result");
        await coordinator.FollowAsync(coordinator.Locator("main a[href$='/result/outlook']"));
        await Expect(coordinator.Locator("#path-title")).ToHaveTextAsync("The way to \"Good\"");
        var criteria = await coordinator.Locator("[name='Input.Criteria']").CountAsync();
        await coordinator.PressAsync();

        await Expect(coordinator.Locator("#plan tbody tr")).ToHaveCountAsync(criteria);
        await coordinator.FollowAsync(coordinator.Locator("#plan tbody tr:first-child a"));
        await coordinator.Locator("#Input_Owner").FillAsync("Bureau of planning");
        await coordinator.Locator("#Input_State").SelectOptionAsync("Done");
        await coordinator.PressAsync();
        await Expect(coordinator.Locator("main")).ToContainTextAsync($"1 of {criteria} done");

        await space.PublishRoundAsync("2026", [new("ministry-a", "ministry", 2)]);
        await coordinator.GoAsync($"{space.Path}/rounds/2026/agencies/ministry-a");
        await coordinator.FollowAsync(coordinator.Locator("main a[href$='/plan']"));
        await Expect(coordinator.Locator("main")).ToContainTextAsync("carried over");
    }
}
