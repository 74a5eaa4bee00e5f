using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Verbs;

/// <summary>What respondents and coordinators do; an indicator page is open.</summary>
internal static class Answering
{
    /// <summary>From the task list.</summary>
    public static Task OpenIndicatorAsync(this IPage page, string indicator) => page.FollowAsync(page.Locator($"#tasks a.task-name[href$='/{indicator}']"));

    /// <summary>Ticks every criterion up to the level, fills in a fact and the analysis, and claims the level.</summary>
    public static async Task FillAnswerAsync(this IPage page, int level, string analysis)
    {
        for (var rung = 1; rung <= level; rung++)
        {
            foreach (var criterion in await page.Locator($"#ladder .rung[data-level='{rung}'] input[type=checkbox]").AllAsync()) await criterion.CheckAsync();
        }

        await page.FillFactAsync(0, "Peraturan Menteri Koordinator", "12/2021", "4", "18");
        await page.Locator("#Input_Analysis").FillAsync(analysis);
        await page.ClaimAsync(level);
    }

    public static async Task FillFactAsync(this IPage page, int row, params string[] cells)
    {
        foreach (var (name, value) in new[] { "Document", "Number", "Article", "Page" }.Zip(cells)) await page.Locator($"[name='Input.Facts[{row}].{name}']").FillAsync(value);
    }

    public static Task ClaimAsync(this IPage page, int level) => page.Locator(string.Create(CultureInfo.InvariantCulture, $"label[for=level-{level}]")).ClickAsync();

    /// <summary>Opens the indicator from the task list, answers it, and comes to the next one.</summary>
    public static async Task AnswerAsync(this IPage page, string indicator, int level, string analysis = "The regulation covers all of it.", FilePayload? evidence = null)
    {
        await page.OpenIndicatorAsync(indicator);
        await page.FillAnswerAsync(level, analysis);
        if (evidence is not null) await page.AddEvidenceAsync(evidence);
        await page.PressAsync("ready");
    }

    public static async Task AddEvidenceAsync(this IPage page, FilePayload file)
    {
        await page.Locator("#evidence-file").SetInputFilesAsync(file);
        await page.Locator("#evidence-upload button").ClickAsync();
        await Expect(page.Locator("#evidence .evidence-name")).ToContainTextAsync([file.Name]);
    }

    /// <summary>The page says that everything typed so far is stored.</summary>
    public static Task ExpectSavedAsync(this IPage page) => Expect(page.Locator("#save-state")).ToHaveAttributeAsync("data-state", "saved");

    public static async Task SignOffAsync(this IPage page)
    {
        await page.Locator("#Input_StatementAccepted").CheckAsync();
        await page.Locator("#Input_PublicationConsent").CheckAsync();
        await page.PressAsync();
        await Expect(page.Locator("#receipt")).Not.ToBeEmptyAsync();
    }
}
