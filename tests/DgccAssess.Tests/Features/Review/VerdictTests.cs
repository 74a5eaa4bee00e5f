using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Review;

public sealed class VerdictTests(TestApps apps)
{
    private const string Form = "#verdict form";

    [Theory, Databases]
    public async Task Verdict_First_BeginsTheReviewInTheSameSaveAndLeavesTheClaim(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        using var browser = await stage.Space.AsAsync(stage.Assessor);

        var page = await browser.GetAsync($"{stage.Path}/review/I11");
        var after = await browser.SubmitAsync(page, Form, ("Input.Value", "2"), ("Input.Explanation", "Only five domains."), ("Input.Note", "Ask for the draft."), ("then", "next"));

        Assert.Equal($"{stage.Space.Path}{stage.Path}/review/I12", after.Path);
        Assert.Equal(AssessmentStatus.UnderReview, (await stage.AssessmentAsync()).Status);
        Assert.Equal(1, await stage.AuditAsync("ReviewBegun"));
        Assert.Equal(1, await stage.AuditAsync("VerdictSaved"));
        var verdict = await stage.Space.ReadAsync(db => db.Ratings.SingleAsync(r => r.Stage == Stage.Document));
        Assert.Equal((stage.Assessor.Id, 2m, "Only five domains.", "Ask for the draft."), (verdict.RaterId, verdict.Value, verdict.Explanation, verdict.Note));
        Assert.Equal(3m, await stage.Space.ReadAsync(db => db.Answers.Where(a => a.Indicator == "I11").Select(a => a.Level).SingleAsync()));
        Assert.Equal(3m, await stage.Space.ReadAsync(db => db.Ratings.Where(r => r.Indicator == "I11" && r.Stage == Stage.Self).Select(r => r.Value).SingleAsync()));
    }

    [Theory, Databases]
    public async Task Verdict_Second_ShowsTheClaimBesideItAndCountsUp(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        using var browser = await stage.Space.AsAsync(stage.Assessor);
        var first = await browser.SubmitAsync(await browser.GetAsync($"{stage.Path}/review/I1"), Form, ("Input.Value", "2"), ("then", "stay"));

        var second = await browser.SubmitAsync(first, Form, ("Input.Value", "4"), ("Input.Explanation", "Two laws."), ("then", "stay"));

        Assert.Equal("3", second.Document.QuerySelector("#self-value")!.TextContent);
        Assert.True(second.Document.QuerySelector("#level-4")!.HasAttribute("checked"));
        Assert.Equal("2", second.Value("Input.Version"));
        Assert.Equal(1, await stage.AuditAsync("ReviewBegun"));
    }

    [Theory, Databases]
    public async Task Autosave_Good_AnswersVersionSupportedLevelAndTime(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        using var browser = await stage.Space.AsAsync(stage.Assessor);
        var page = await browser.GetAsync($"{stage.Path}/review/I1");

        var saved = await AutosaveAsync(browser, page, ("Input.Criteria", "I1.1.a"), ("Input.Criteria", "I1.2.a"), ("Input.Criteria", "I1.2.b"), ("Input.Criteria", "I1.4.a"));

        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal("1", saved.Value("Input.Version"));
        var supported = saved.Document.QuerySelector("#supported-level")!.TextContent;
        Assert.Contains("level 2", supported, StringComparison.Ordinal);
        Assert.Contains("Missing for level 3", supported, StringComparison.Ordinal);
        Assert.NotNull(saved.Document.QuerySelector("#save-state[data-saved]"));
        Assert.Null(saved.Document.QuerySelector("h1"));
    }

    [Theory, Databases]
    public async Task Verdict_Repeated_ChangesNothing(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        using var browser = await stage.Space.AsAsync(stage.Assessor);
        var page = await browser.GetAsync($"{stage.Path}/review/I1");
        await AutosaveAsync(browser, page, ("Input.Value", "2"), ("Input.Explanation", "Once."));

        var again = await AutosaveAsync(browser, page, ("Input.Value", "2"), ("Input.Explanation", "Once."));

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal("1", again.Value("Input.Version"));
        Assert.Equal(1, await stage.AuditAsync("VerdictSaved"));
    }

    [Theory, Databases]
    public async Task Verdict_Empty_BeginsNothing(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        using var browser = await stage.Space.AsAsync(stage.Assessor);

        await browser.SubmitAsync(await browser.GetAsync($"{stage.Path}/review/I1"), Form, ("then", "next"));

        Assert.Equal(AssessmentStatus.Submitted, (await stage.AssessmentAsync()).Status);
    }

    [Theory, Databases]
    public async Task Verdict_Stale_ShowsBothTextsAndLosesNone(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        using var browser = await stage.Space.AsAsync(stage.Assessor);
        var old = await browser.GetAsync($"{stage.Path}/review/I1");
        await browser.SubmitAsync(old, Form, ("Input.Value", "2"), ("Input.Explanation", "From the first window."));

        var stale = await browser.SubmitAsync(old, Form, ("Input.Value", "4"), ("Input.Explanation", "From the second window."));

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("From the first window.", stale.Document.QuerySelector("[data-conflict-for='Input.Explanation'] [data-theirs]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("From the second window.", stale.Document.QuerySelector("#Input_Explanation")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1", stale.Value("Input.Version"));
        Assert.Equal("From the first window.", await stage.Space.ReadAsync(db => db.Ratings.Where(r => r.Stage == Stage.Document).Select(r => r.Explanation).SingleAsync()));

        var chosen = await browser.SubmitAsync(stale, Form);
        Assert.Equal(HttpStatusCode.OK, chosen.Status);
        Assert.Equal("From the second window.", await stage.Space.ReadAsync(db => db.Ratings.Where(r => r.Stage == Stage.Document).Select(r => r.Explanation).SingleAsync()));
    }

    [Theory, Databases]
    public async Task Autosave_Stale_AnswersTheConflictWithTheStoredVersion(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        using var browser = await stage.Space.AsAsync(stage.Assessor);
        var old = await browser.GetAsync($"{stage.Path}/review/I1");
        await AutosaveAsync(browser, old, ("Input.Explanation", "First."));

        var stale = await AutosaveAsync(browser, old, ("Input.Explanation", "Second."));

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal("1", stale.Document.QuerySelector("#conflict")!.GetAttribute("data-stored-version"));
    }

    [Theory, Databases]
    public async Task Verdict_WithoutVersion_IsRefused(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        using var browser = await stage.Space.AsAsync(stage.Assessor);

        var refused = await AutosaveAsync(browser, await browser.GetAsync($"{stage.Path}/review/I1"), ("Input.Version", null), ("Input.Value", "2"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.False(await stage.Space.ReadAsync(db => db.Ratings.AnyAsync(r => r.Stage == Stage.Document)));
    }

    [Theory, Databases]
    public async Task Verdict_WithoutAntiforgeryToken_IsRefused(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        using var browser = await stage.Space.AsAsync(stage.Assessor);

        var refused = await browser.SubmitAsync(await browser.GetAsync($"{stage.Path}/review/I1"), Form, ("__RequestVerificationToken", null), ("Input.Value", "2"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.False(await stage.Space.ReadAsync(db => db.Ratings.AnyAsync(r => r.Stage == Stage.Document)));
    }

    [Theory, Databases]
    public async Task Verdict_OffTheScaleOrOfAnotherIndicator_IsRefused(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        using var browser = await stage.Space.AsAsync(stage.Assessor);
        var page = await browser.GetAsync($"{stage.Path}/review/I1");

        foreach (var value in new[] { "6", "0", "2.5", "two", "-1" })
        {
            var refused = await AutosaveAsync(browser, page, ("Input.Value", value));
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.NotNull(refused.Document.QuerySelector("#error-summary a[data-field='Input.Value']"));
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await AutosaveAsync(browser, page, ("Input.Criteria", "I2.1.a"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await AutosaveAsync(browser, page, ("Input.Explanation", new string('x', 8001)))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{stage.Path}/review/I48")).Status);
        Assert.False(await stage.Space.ReadAsync(db => db.Ratings.AnyAsync(r => r.Stage == Stage.Document)));
    }

    [Theory, Databases]
    public async Task Verdict_WhileTheAgencyAnswers_ShowsNothingAndIsRefused(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        using var browser = await stage.Space.AsAsync(stage.Assessor);
        var page = await browser.GetAsync($"{stage.Path}/review/I1");
        await stage.AsAsync(stage.Coordinator, async services =>
        {
            var db = (TenantDbContext)services.GetService(typeof(TenantDbContext))!;
            (await db.Assessments.SingleAsync()).Recall(DateTime.UnixEpoch);
            ((Core.Audit.AuditTrail)services.GetService(typeof(Core.Audit.AuditTrail))!).Record(new Recalled());
            return await db.SaveChangesAsync();
        });

        var refused = await AutosaveAsync(browser, page, ("Input.Value", "2"));
        var list = await browser.GetAsync($"{stage.Path}/review/I1");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("still answering", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(ReviewStage.Analysis, list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(ReviewStage.Analysis, refused.Text, StringComparison.Ordinal);
        Assert.Equal(AssessmentStatus.Answering, (await stage.AssessmentAsync()).Status);
    }

    [Theory, Databases]
    public async Task Assessors_OfOneAgency_AreBlindToEachOther(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider), assessors: 2);
        using var one = await stage.Space.AsAsync(stage.Assessors[0]);
        using var two = await stage.Space.AsAsync(stage.Assessors[1]);
        await one.SubmitAsync(await one.GetAsync($"{stage.Path}/review/I1"), Form, ("Input.Value", "5"), ("Input.Explanation", "Secret of the first."), ("Input.Note", "Hush."));

        var page = await two.GetAsync($"{stage.Path}/review/I1");
        await two.SubmitAsync(page, Form, ("Input.Value", "2"), ("Input.Explanation", "Mine."));

        Assert.DoesNotContain("Secret of the first.", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Hush.", page.Body, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("#level-5[checked]"));
        var list = await two.GetAsync($"{stage.Path}/review");
        Assert.Contains("1 of 47", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(stage.Assessors[0].DisplayName, list.Body, StringComparison.Ordinal);
        var values = await stage.Space.ReadAsync(db => db.Ratings.Where(r => r.Stage == Stage.Document).ToDictionaryAsync(r => r.RaterId, r => r.Value));
        Assert.Equal((5m, 2m), (values[stage.Assessors[0].Id], values[stage.Assessors[1].Id]));
    }

    [Theory, Databases]
    public async Task Verdicts_AtTheSameInstant_BeginOneReviewAndLoseNone(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider), assessors: 2);
        var writes = from assessor in stage.Assessors
                     from indicator in new[] { "I1", "I1", "I2", "I3" }
                     select stage.AsAsync(assessor, s => s.GetRequiredService<SaveVerdict>().HandleAsync(new(stage.AssessmentId, indicator, [], 2, "Together.", "", 0)));

        var results = await Task.WhenAll(writes);

        Assert.All(results, r => Assert.True(r.Succeeded));
        Assert.Equal(6, await stage.Space.ReadAsync(db => db.Ratings.CountAsync(r => r.Stage == Stage.Document)));
        Assert.Equal(6, await stage.AuditAsync("VerdictSaved"));
        Assert.Equal(1, await stage.AuditAsync("ReviewBegun"));
    }

    private static async Task<TestPage> AutosaveAsync(TestBrowser browser, TestPage page, params (string, string?)[] values)
    {
        using var request = browser.FormRequest(page, Form, values);
        request.Headers.Add("HX-Request", "true");
        return await browser.SendOnceAsync(request);
    }

    private sealed record Recalled() : Core.Audit.AuditFact("test");
}
