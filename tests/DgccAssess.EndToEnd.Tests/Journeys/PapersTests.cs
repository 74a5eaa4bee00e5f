using System.IO.Compression;
using DgccAssess.Core.Security;
using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>An organizer prints all reports of a round, sees how far it is and takes them away.</summary>
public sealed class PapersTests(Product product) : BrowserTest(product)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Papers_OfARound_AreOrderedWatchedAndFetched(bool script)
    {
        var space = await (await App.CreateSpaceAsync()).CreateNationAsync(agencies: 6, rounds: 1);
        var page = await OpenAsync(space, await space.CreatePersonAsync(Roles.Organizer), adjust: o => o.JavaScriptEnabled = script);
        await page.GoAsync($"{space.Path}/rounds/demo-2021");
        await Expect(page.Locator(".synthetic-mark")).ToContainTextAsync("Synthetic demonstration data");
        await page.FollowAsync(page.Locator("main a[href$='/papers']"));
        await page.PressAsync();
        await Expect(page.Locator("#batches")).ToContainTextAsync("0 of 6 printed");

        await space.RunDueJobsAsync();

        // With scripts the page sees it by itself.
        if (!script) await page.FollowAsync(page.Locator("#batches a[href$='/papers']"));
        await Expect(page.Locator("#batches")).ToContainTextAsync("6 of 6 printed (100 %)");
        if (script) await page.LookAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("#batches a[href$='/zip']").ClickAsync());
        using var zip = await ZipFile.OpenReadAsync((await download.PathAsync())!);
        Assert.Equal(7, zip.Entries.Count);
    }
}
