using DgccAssess.Core.Security;
using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>Programme staff play through the EGDI of a partner and send the scenario to a colleague.</summary>
public sealed class EgdiTests(Product product) : BrowserTest(product)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Scenario_OfACountry_IsMadeAndOpenedByAColleague(bool scripts)
    {
        var hub = await App.HubAsync();
        var staff = await OpenAsync(hub, await hub.CreatePersonAsync(Roles.Programme), adjust: options => options.JavaScriptEnabled = scripts);

        await staff.FollowAsync(staff.Locator(".site-nav a[href$='/egdi']"));
        await staff.Locator("#text").FillAsync("Uzbekistan");
        await staff.FollowAsync(staff.Locator("main form.filter-form button"));
        await staff.FollowAsync(staff.Locator("#egdi tbody a"));
        await staff.FollowAsync(staff.Locator("#history a[href*='edition=2022']"));
        await staff.Locator("#osi").FillAsync("+0.05");
        await staff.PressAsync();
        await Expect(staff.Locator("#egdi-after")).ToHaveTextAsync("0.7431");
        await Expect(staff.Locator("#rank-after")).ToHaveTextAsync("63");
        var link = await staff.Locator("#share").GetAttributeAsync("href");

        var colleague = await OpenAsync(hub, await hub.CreatePersonAsync(Roles.Programme));
        await colleague.GoAsync(new Uri(link!).PathAndQuery);
        await Expect(colleague.Locator("#osi")).ToHaveValueAsync("+0.05");
        await Expect(colleague.Locator("#egdi-after")).ToHaveTextAsync("0.7431");
        await Expect(colleague.Locator("#rank-after")).ToHaveTextAsync("63");
    }
}
