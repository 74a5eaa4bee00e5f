using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>Sign in, find the indicator, answer and save without touching a mouse.</summary>
public sealed class KeyboardTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task Answer_WithKeysAlone_IsSaved()
    {
        var diagnosis = await (await App.CreateSpaceAsync()).OpenDiagnosisAsync(AgencyToAssess.Kemenko);
        var page = await OpenAsync();
        await SignInAsync(page, diagnosis);
        await page.TabToAsync($"main a[href='{diagnosis.Path}']");
        await page.FollowAsync(() => page.Keyboard.PressAsync("Enter"));

        foreach (var key in new[] { "j", "j", "j", "k" }) await page.Keyboard.PressAsync(key);
        await Expect(page.Locator("a.task-name[href$='/I2']")).ToBeFocusedAsync();
        await page.FollowAsync(() => page.Keyboard.PressAsync("Enter"));

        await page.TabToAsync("#ladder .rung[data-level='2'] input[type=checkbox]");
        await page.Keyboard.PressAsync("Space");
        await page.TabToAsync("#Input_Analysis");
        await page.Keyboard.TypeAsync("No mouse was near.");
        await page.TabToAsync("input[type=radio][name='Input.Level']");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.ExpectSavedAsync();
        await page.TabToAsync("button[name=then][value=ready]");
        await page.FollowAsync(() => page.Keyboard.PressAsync("Enter"));

        var stored = await diagnosis.Space.ReadAsync(db => db.Answers.AsNoTracking().SingleAsync(a => a.Indicator == "I2"));
        Assert.Equal(("No mouse was near.", 2m, Core.Features.SelfAssessment.AnswerStatus.Ready), (stored.Analysis, stored.Level, stored.Status));
    }

    private static async Task SignInAsync(IPage page, TestDiagnosis diagnosis)
    {
        await page.GoAsync($"{diagnosis.Space.Path}/sign-in");
        await page.TabToAsync("#Input_Email");
        await page.Keyboard.TypeAsync(diagnosis.Respondent.Email);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(diagnosis.Respondent.Password);
        await page.FollowAsync(() => page.Keyboard.PressAsync("Enter"));
    }
}
