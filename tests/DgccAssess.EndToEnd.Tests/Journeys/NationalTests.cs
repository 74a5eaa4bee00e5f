using DgccAssess.Core.Security;
using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>From the preview to the published national result, and what everybody finds then.</summary>
public sealed class NationalTests(Product product) : BrowserTest(product)
{
    private static readonly AgencyToPublish[] Agencies =
        [new("ministry-a", "ministry", 4), new("ministry-b", "ministry", 3), new("city-a", "city", 2), new("city-b", "city", 3) { Consent = false }];

    [Fact]
    public async Task National_PublishedByTheOrganizer_IsFoundByEverybody() => await WalkAsync(script: true);

    [Fact]
    public async Task National_WithoutScript_GoesTheWholeWay() => await WalkAsync(script: false);

    [Fact]
    public async Task Chart_Touched_ComesToLifeFromItsTable()
    {
        var space = await App.CreateSpaceAsync();
        await space.PublishRoundAsync("2022", Agencies);
        var page = await OpenAsync(space, await space.CreatePersonAsync(Roles.Organizer));
        await page.GoAsync($"{space.Path}/rounds/2022/national");

        var chart = page.Locator("figure.chart").First;
        await chart.HoverAsync();

        await Expect(chart.Locator(".chart-live canvas")).ToBeVisibleAsync();
        await Expect(chart.Locator("img")).ToHaveCountAsync(0);
        await Expect(chart.GetByRole(AriaRole.Img).First).ToHaveAccessibleNameAsync(new System.Text.RegularExpressions.Regex("All agencies: mean 3.00"));
    }

    private async Task WalkAsync(bool script)
    {
        var space = await App.CreateSpaceAsync();
        await space.PublishRoundAsync("2022", Agencies);
        var organizer = await OpenAsync(space, await space.CreatePersonAsync(Roles.Organizer), adjust: options => options.JavaScriptEnabled = script);
        await organizer.GoAsync($"{space.Path}/rounds/2022");
        await organizer.FollowAsync(organizer.Locator("#national"));
        await organizer.ExpectIndexAsync("3.00");
        await organizer.FollowAsync(organizer.Locator(".actions .btn-primary"));
        await organizer.PressAsync();
        await Expect(organizer.Locator(".page-meta")).ToContainTextAsync("Version 1");

        var everybody = await OpenAsync("en", options => options.JavaScriptEnabled = script);
        await everybody.GoAsync($"{space.Path}/results");
        await everybody.FollowAsync(everybody.Locator("#results a"));
        await Expect(everybody.Locator("#ranking tbody th")).ToHaveTextAsync(["Agency ministry-a", "Agency ministry-b", "Agency city-a"]);
        await everybody.Locator("#text").FillAsync("city");
        await everybody.FollowAsync(everybody.Locator(".filter-form button"));
        await everybody.FollowAsync(everybody.Locator("#ranking a"));
        await everybody.ExpectIndexAsync("2.00");
        await everybody.FollowAsync(everybody.Locator(".languages a[lang=ar]"));
        await Expect(everybody.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await everybody.FollowAsync(everybody.Locator(".breadcrumb a").Nth(1));
        await Expect(everybody.Locator("html")).ToHaveAttributeAsync("lang", "ar");
        var file = await everybody.RunAndWaitForDownloadAsync(() => everybody.Locator("a[href*='ranking.csv']").First.ClickAsync());
        Assert.Equal("results-2022-v1.csv", file.SuggestedFilename);
    }
}
