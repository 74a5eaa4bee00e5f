using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>A line that breaks while somebody writes.</summary>
public sealed class ConnectionTests(Product product) : BrowserTest(product)
{
    private TestDiagnosis diagnosis = null!;

    public override async ValueTask InitializeAsync() => diagnosis = await (await App.CreateSpaceAsync()).OpenDiagnosisAsync(AgencyToAssess.Kemenko);

    [Fact]
    public async Task Autosave_NetworkCutAndBack_SaysSoKeepsTheTextAndSavesIt()
    {
        var page = await OpenIndicatorAsync();
        await Analysis(page).FillAsync("Before the cut.");
        await page.ExpectSavedAsync();

        await page.Context.SetOfflineAsync(true);
        await Analysis(page).FillAsync("Written on the train.");
        await Expect(page.Locator("#save-state")).ToContainTextAsync("Not saved: no connection, trying again in");
        await Expect(page.Locator("#save-state")).ToContainTextAsync("kept on this device");
        Assert.Contains("Written on the train.", await DeviceAsync(page), StringComparison.Ordinal);
        Assert.Equal("Before the cut.", await StoredAsync());

        await page.Context.SetOfflineAsync(false);
        await page.ExpectSavedAsync();
        Assert.Equal("Written on the train.", await StoredAsync());
        Assert.DoesNotContain("Written on the train.", await DeviceAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tab_ClosedAfterSaved_LosesNothing()
    {
        var page = await OpenIndicatorAsync();
        await Analysis(page).FillAsync("Every word of it.");
        await page.ExpectSavedAsync();
        await page.CloseAsync();

        var again = await page.Context.NewPageAsync();
        await again.GoAsync($"{diagnosis.Path}/I1");
        await Expect(Analysis(again)).ToHaveValueAsync("Every word of it.");
        await Expect(again.Locator(".draft")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Tab_ClosedBeforeSaved_OffersTheDraftWhenOpenedAgain()
    {
        var page = await OpenIndicatorAsync();
        await page.Context.SetOfflineAsync(true);
        await Analysis(page).FillAsync("Never reached the server.");
        await Expect(page.Locator("#save-state")).ToHaveAttributeAsync("data-state", "waiting");
        await page.CloseAsync();

        await page.Context.SetOfflineAsync(false);
        var again = await page.Context.NewPageAsync();
        await again.GoAsync($"{diagnosis.Path}/I1");
        await Expect(Analysis(again)).ToHaveValueAsync("");
        await again.Locator("[data-draft=restore]").ClickAsync();
        await Expect(Analysis(again)).ToHaveValueAsync("Never reached the server.");
        await again.ExpectSavedAsync();
        Assert.Equal("Never reached the server.", await StoredAsync());
    }

    private async Task<IPage> OpenIndicatorAsync()
    {
        var page = await OpenAsync(diagnosis.Space, diagnosis.Respondent);
        Troubles.Of(page.Context).Expect("net::ERR_INTERNET_DISCONNECTED");
        await page.GoAsync($"{diagnosis.Path}/I1");
        return page;
    }

    private static ILocator Analysis(IPage page) => page.Locator("#Input_Analysis");

    private static Task<string> DeviceAsync(IPage page) => page.EvaluateAsync<string>("() => JSON.stringify(localStorage)");

    private Task<string> StoredAsync() => diagnosis.Space.ReadAsync(db => db.Answers.Where(a => a.Indicator == "I1").Select(a => a.Analysis).SingleAsync());
}
