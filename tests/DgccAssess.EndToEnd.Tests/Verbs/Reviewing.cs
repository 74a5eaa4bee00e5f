using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Verbs;

/// <summary>What assessors do; the review page of an indicator is open.</summary>
internal static class Reviewing
{
    /// <summary>Gives the verdict and comes to the next indicator.</summary>
    public static async Task GiveVerdictAsync(this IPage page, int level, string explanation)
    {
        for (var rung = 1; rung <= level; rung++)
        {
            foreach (var criterion in await page.Locator($"#ladder .rung[data-level='{rung}'] input[type=checkbox]").AllAsync()) await criterion.CheckAsync();
        }

        await page.Locator($"label[for=level-{level}]").ClickAsync();
        await page.Locator("#Input_Explanation").FillAsync(explanation);
        await page.PressAsync("next");
    }

    public static Task ExpectClaimAsync(this IPage page, string level) => Expect(page.Locator(".page-meta strong.num")).ToHaveTextAsync(level);
}
