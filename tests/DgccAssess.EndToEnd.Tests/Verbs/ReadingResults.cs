using Microsoft.Playwright;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Verbs;

/// <summary>What people read on the result page and on paper.</summary>
internal static class ReadingResults
{
    public static Task ExpectIndexAsync(this IPage page, string index) => Expect(page.Locator(".hero .index")).ToHaveTextAsync(index);

    public static Task ExpectPredicateAsync(this IPage page, string predicate) => Expect(page.Locator(".hero .predicate")).ToHaveTextAsync(predicate);

    /// <summary>The published index of a domain or an aspect in the table of the result page.</summary>
    public static Task ExpectTierAsync(this IPage page, string node, string index) => Expect(page.Locator($"#tiers tr[data-code='{node}'] td[data-value]").First).ToHaveTextAsync(index);

    /// <summary>Downloads the report from the result page and reads its text back, page by page.</summary>
    public static async Task<string> ReadReportAsync(this IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(".hero-actions .btn-primary").ClickAsync());
        Assert.EndsWith(".pdf", download.SuggestedFilename, StringComparison.Ordinal);
        using var document = PdfDocument.Open(await download.PathAsync());
        return string.Join('\n', document.GetPages().Select(p => ContentOrderTextExtractor.GetText(p)));
    }
}
