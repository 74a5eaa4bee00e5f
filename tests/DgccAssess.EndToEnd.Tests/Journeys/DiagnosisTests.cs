using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using DgccAssess.TestCommon.Golden;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>A real agency's way from the first answer to the printed report, with the ratings and figures published in 2021.</summary>
public sealed class DiagnosisTests(Product product) : BrowserTest(product)
{
    private static readonly PublishedCase Published = PublishedCase.Get("G01");

    // The agency claims more than the assessor grants, so that the two stand side by side.
    private static readonly Dictionary<string, int> Claimed = new(Published.Levels) { ["I11"] = 3, ["I20"] = 3 };

    [Fact]
    public async Task Diagnosis_FromFirstAnswerToPaper_ShowsThePublishedFigures()
    {
        var space = await App.CreateSpaceAsync();
        var diagnosis = await space.OpenDiagnosisAsync(AgencyToAssess.Kemenko);

        await AnswerAsync(diagnosis);
        await CheckAndSignAsync(diagnosis);
        await ReviewAsync(diagnosis);
        await ConsolidateAndPublishAsync(diagnosis);

        await ReadAsync(diagnosis, "id", Published.Index.Replace('.', ','), Published.Predicate);
        await ReadAsync(diagnosis, "en", Published.Index, "Good");
    }

    private async Task AnswerAsync(TestDiagnosis diagnosis)
    {
        var page = await OpenAsync(diagnosis.Space, diagnosis.Respondent, "id");
        await page.FollowAsync(page.Locator($"main a[href='{diagnosis.Path}']"));

        await page.AnswerAsync("I1", Claimed["I1"], "Peraturan Menteri mengatur arsitektur SPBE seluruh unit kerja.", Papers.Regulation);
        await page.GoAsync(diagnosis.Path);
        await page.AnswerAsync("I2", Claimed["I2"], "Peta rencana ditetapkan bersama arsitektur.");
        await page.GoAsync(diagnosis.Path);
        await page.AnswerAsync("I13", Claimed["I13"], "Anggaran ditetapkan, direviu dan dimutakhirkan tiap tahun.");

        await page.GoAsync(diagnosis.Path);
        await Expect(page.Locator(".task:has(a[href$='/I1']) .task-evidence")).ToContainTextAsync("1");
        await Expect(page.Locator(".task:has(a[href$='/I13']) .task-level")).ToContainTextAsync("5");
    }

    private async Task CheckAndSignAsync(TestDiagnosis diagnosis)
    {
        await diagnosis.AnswerAsync(Claimed);
        var coordinator = await OpenAsync(diagnosis.Space, diagnosis.Coordinator);
        await coordinator.FollowAsync(coordinator.Locator($"main a[href='{diagnosis.Path}']"));
        await coordinator.FollowAsync(coordinator.Locator("main a[href$='/check']"));
        await coordinator.FollowAsync(coordinator.Locator("#check-I2 a[href$='/return']"));
        await coordinator.Locator("#Input_Reason").FillAsync("Name the article, please.");
        await coordinator.PressAsync();

        var respondent = await OpenAsync(diagnosis.Space, diagnosis.Respondent);
        await respondent.GoAsync($"{diagnosis.Path}?show=returned");
        await respondent.OpenIndicatorAsync("I2");
        await Expect(respondent.Locator(".notice-warn .quoted")).ToHaveTextAsync("Name the article, please.");
        await respondent.Locator("[name='Input.Facts[0].Article']").FillAsync("4(2)");
        await respondent.PressAsync("ready");

        await coordinator.GoAsync($"{diagnosis.Path}/check");
        await coordinator.FollowAsync(coordinator.Locator("main .actions a.btn-primary"));
        await coordinator.SignOffAsync();
    }

    private async Task ReviewAsync(TestDiagnosis diagnosis)
    {
        var page = await OpenAsync(diagnosis.Space, diagnosis.Assessor);
        await page.FollowAsync(page.Locator("main a[href$='/review']"));
        await page.FollowAsync(page.Locator($"main a[href='{diagnosis.Path}/review']"));
        await page.OpenIndicatorAsync("I1");
        await page.ExpectClaimAsync("3");
        await Expect(page.Locator(".viewer-list a")).ToHaveTextAsync("permenko-12-2021.pdf");
        await page.GiveVerdictAsync(Published.Levels["I1"], "Article 4 covers the whole agency.");
        await page.GiveVerdictAsync(Published.Levels["I2"], "The roadmap is an annex of the regulation.");

        await diagnosis.ReviewAsync(Published.Levels);
        await page.GoAsync($"{diagnosis.Path}/review/complete");
        await page.PressAsync();
    }

    private async Task ConsolidateAndPublishAsync(TestDiagnosis diagnosis)
    {
        var page = await OpenAsync(diagnosis.Space, diagnosis.Organizer);
        await page.FollowAsync(page.Locator("main a[href$='/rounds']"));
        await page.FollowAsync(page.Locator("main a[href$='/rounds/2021']").First);
        await page.FollowAsync(page.Locator("main a[href$='/consolidate']"));
        await page.PressAsync();
        await page.GoAsync($"{diagnosis.Path}/preview");
        await page.ExpectIndexAsync(Published.Index);

        await page.GoAsync($"{diagnosis.Path}/publish");
        await page.Locator("#Input_AgencyCode").FillAsync(diagnosis.Agency);
        await page.PressAsync();
        await page.FollowAsync(page.Locator("main a[href$='/result']").First);
        await page.ExpectIndexAsync(Published.Index);
    }

    private async Task ReadAsync(TestDiagnosis diagnosis, string language, string index, string predicate)
    {
        var page = await OpenAsync(diagnosis.Space, diagnosis.Respondent, language);
        await page.FollowAsync(page.Locator($"main a[href='{diagnosis.Path}/result']"));
        await page.ExpectIndexAsync(index);
        await page.ExpectPredicateAsync(predicate);
        foreach (var (node, figure) in Published.Domains.Concat(Published.Aspects)) await page.ExpectTierAsync(node, figure.Replace('.', index[1]));
        await page.GoAsync($"{diagnosis.Path}/result/trace");
        await Expect(page.Locator("details.trace summary .num").First).ToHaveTextAsync(index);

        await page.GoAsync($"{diagnosis.Path}/result");
        var paper = await page.ReadReportAsync();
        Assert.All([index, predicate, .. Published.Domains.Values.Select(f => f.Replace('.', index[1])), "I47"], figure => Assert.Contains(figure, paper, StringComparison.Ordinal));
    }
}
