using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>Forms and links alone carry a diagnosis from the answer to the result.</summary>
public sealed class WithoutScriptTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task Diagnosis_WithoutScript_GoesTheWholeWay()
    {
        var space = await App.CreateSpaceAsync();
        var diagnosis = await space.OpenDiagnosisAsync(AgencyToAssess.Kemenko);

        await AnswerAsync(diagnosis);
        await diagnosis.AnswerAsync(diagnosis.AllAt(3));
        var coordinator = await OpenPlainAsync(diagnosis, diagnosis.Coordinator);
        await coordinator.GoAsync($"{diagnosis.Path}/sign-off");
        await coordinator.SignOffAsync();

        var assessor = await OpenPlainAsync(diagnosis, diagnosis.Assessor);
        await assessor.GoAsync($"{diagnosis.Path}/review/I1");
        await assessor.GiveVerdictAsync(3, "The regulation says so.");
        await diagnosis.ReviewAsync(diagnosis.AllAt(3));
        await assessor.GoAsync($"{diagnosis.Path}/review/complete");
        await assessor.PressAsync();

        var organizer = await OpenPlainAsync(diagnosis, diagnosis.Organizer);
        await organizer.GoAsync($"{diagnosis.Path}/consolidate");
        await organizer.PressAsync();
        await organizer.GoAsync($"{diagnosis.Path}/publish");
        await organizer.Locator("#Input_AgencyCode").FillAsync(diagnosis.Agency);
        await organizer.PressAsync();

        await coordinator.GoAsync($"{diagnosis.Path}/result");
        await coordinator.ExpectIndexAsync("3.00");
        Assert.Contains("3.00", await coordinator.ReadReportAsync(), StringComparison.Ordinal);
    }

    private async Task AnswerAsync(TestDiagnosis diagnosis)
    {
        var page = await OpenPlainAsync(diagnosis, diagnosis.Respondent);
        await page.GoAsync(diagnosis.Path);
        await page.OpenIndicatorAsync("I1");
        await page.FillAnswerAsync(3, "Typed without any script.");
        await page.PressAsync("add-fact");
        await page.FillFactAsync(1, "Circular letter", "7/2021", "", "2");
        await page.PressAsync("stay");

        await page.Locator("#evidence-file").SetInputFilesAsync(Papers.Regulation);
        await page.FollowAsync(page.Locator("#evidence-upload button"));
        await page.Locator("#evidence-url").FillAsync("https://jdih.example.org/12-2021");
        await page.FollowAsync(page.Locator("#evidence-link button"));
        await Expect(page.Locator("#evidence .evidence-name")).ToContainTextAsync([Papers.Regulation.Name, "jdih.example.org"]);

        await page.GoAsync($"{diagnosis.Path}/I1");
        await Expect(page.Locator("#Input_Analysis")).ToHaveValueAsync("Typed without any script.");
        await Expect(page.Locator("[name='Input.Facts[1].Document']")).ToHaveValueAsync("Circular letter");
        await page.PressAsync("ready");
    }

    private Task<IPage> OpenPlainAsync(TestDiagnosis diagnosis, Person person) =>
        OpenAsync(diagnosis.Space, person, adjust: options => options.JavaScriptEnabled = false);
}
