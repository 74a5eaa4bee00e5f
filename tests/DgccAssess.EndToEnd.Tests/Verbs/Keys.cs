using Microsoft.Playwright;

namespace DgccAssess.EndToEnd.Tests.Verbs;

internal static class Keys
{
    private const int Stops = 120;

    /// <summary>Presses Tab until the focus is there; a place nobody can tab to fails, and so does a focus nobody can see.</summary>
    public static async Task TabToAsync(this IPage page, string selector)
    {
        for (var stop = 0; stop < Stops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (!await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector)) continue;
            Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.matches(':focus-visible')"), $"The focus on {selector} can't be seen.");
            return;
        }

        Assert.Fail($"{selector} is not reached by Tab.");
    }
}
