using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>
/// Somebody who wants to connect a program reads the contract, and tries a request with the session of the pages. A broken content security
/// policy or an error of a script fails the test by itself.
/// </summary>
public sealed class ApiReferenceTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task Reference_OfASpace_ShowsItsContractFromItsOwnServerAlone()
    {
        var space = await App.CreateSpaceAsync();
        var page = await OpenAsync();
        List<string> foreign = [];
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Product.Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal)) foreign.Add(request.Url);
        };

        await page.GotoAsync($"{space.Path}/api/docs");

        await Expect(page.GetByText("Rounds the caller may see").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Opens a round").First).ToBeVisibleAsync();
        Assert.Equal("16px", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.scalar-app') ?? document.body).fontSize"));
        await page.ScreenshotAsync(new() { Path = Artifacts.Screen("api-reference.1280-ltr.png") });
        Assert.Empty(foreign);
        Assert.Equal("", string.Join('\n', await page.BarriersAsync()));
    }
}
