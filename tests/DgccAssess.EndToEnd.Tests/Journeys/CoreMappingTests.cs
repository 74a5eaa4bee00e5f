using DgccAssess.Core.Security;
using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>A government reads how its instrument would answer the shared core, changes a row, and approves.</summary>
public sealed class CoreMappingTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task Mapping_IsChangedAndApproved_WithoutJavaScript()
    {
        var space = await App.CreateSpaceAsync();
        await space.ImportInstrumentAsync("dgcc-2026");
        var administrator = await OpenAsync(space, await space.CreatePersonAsync(Roles.Administrator), adjust: options => options.JavaScriptEnabled = false);

        Troubles.Of(administrator.Context).Expect("Failed to load resource");
        await administrator.GoAsync($"{space.Path}/core");
        await administrator.FollowAsync(administrator.Locator("main a[href$='/core/dgcc-2026']"));
        await administrator.FollowAsync(administrator.Locator("main a.btn-primary"));
        await administrator.Locator("#Input_Rows_1__Indicators").FillAsync("I12 I20");
        await administrator.PressAsync();

        await Expect(administrator.Locator("#Input_Rows_1__Indicators")).ToHaveValueAsync("I12 I20");
        await administrator.Locator("#Input_Rows_1__Indicators").FillAsync("I12 I11");
        await administrator.Locator("#Input_Rows_1__Note").FillAsync("Planning and roadmap are one paper here.");
        await administrator.PressAsync();

        await Expect(administrator.Locator("main .notice-info h2")).ToHaveTextAsync("Approved");
        await Expect(administrator.Locator("main")).ToContainTextAsync("Planning and roadmap are one paper here.");
        Assert.Equal(1, await space.ReadAsync(db => db.ApprovedMappings.CountAsync()));
    }
}
