using DgccAssess.Core.Tenancy;
using DgccAssess.Core.Data;
using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>The neutral instrument in a space that speaks Arabic first and French second.</summary>
public sealed class ArabicTests(Product product) : BrowserTest(product)
{
    private static SpaceSettings Tunisia(string id) => new()
    {
        Names = LocalizedText.Of(("ar", $"تونس {id}"), ("fr", $"Tunisie {id}")),
        Languages = ["ar", "fr"],
        TimeZone = "Africa/Tunis",
        Country = "TN",
        Accent = "#A61B29",
        SupportContact = "assistance@tunisia.example.org",
    };

    [Fact]
    public async Task Diagnosis_InArabic_RunsFromRightToLeftOnScreenAndPaper()
    {
        var space = await App.CreateSpaceAsync(Tunisia);
        var diagnosis = await space.OpenDiagnosisAsync(AgencyToAssess.Commune, "2026", "dgcc-2026");
        // A browser that asks for English gets the space's first language.
        var page = await OpenAsync(space, diagnosis.Respondent);
        await ExpectArabicAsync(page);

        await page.FollowAsync(page.Locator($"main a[href='{diagnosis.Path}']"));
        await page.OpenIndicatorAsync("I1");
        await ExpectArabicAsync(page);
        var (ladder, answer) = (await page.Locator(".split-side").BoundingBoxAsync(), await page.Locator(".split-main").BoundingBoxAsync());
        Assert.True(ladder!.X > answer!.X, "The criteria stand on the right of the answer.");
        await page.FillAnswerAsync(3, "ينظم القرار البنية الرقمية لكل المصالح.");
        await page.ExpectSavedAsync();
        await page.PressAsync("ready");

        await diagnosis.PublishAllAsync(diagnosis.AllAt(3));
        await page.GoAsync($"{diagnosis.Path}/result");
        await ExpectArabicAsync(page);
        await page.ExpectIndexAsync("3,00");
        await page.ExpectPredicateAsync("حسن");
        var paper = await page.ReadReportAsync();
        Assert.Contains("3,00", paper, StringComparison.Ordinal);
        Assert.Contains(paper, c => c is >= '\u0600' and <= '\u06FF' or >= '\uFB50' and <= '\uFEFC');

        await page.FollowAsync(page.Locator(".languages button[value=fr]"));
        await Expect(page.Locator("html")).ToHaveAttributeAsync("dir", "ltr");
        await page.ExpectIndexAsync("3,00");
        await page.ExpectPredicateAsync("Bien");
    }

    private static async Task ExpectArabicAsync(Microsoft.Playwright.IPage page)
    {
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "ar");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
    }
}
