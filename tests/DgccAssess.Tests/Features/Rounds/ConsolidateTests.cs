using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Features.Review;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Rounds;

public sealed class ConsolidateTests(TestApps apps)
{
    private const string Form = "main form[method=post]";

    [Theory, Databases]
    public async Task Consolidate_OneAssessor_IsPrefilledAndWritesFinalRatingsAndSnapshot(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        await stage.ReviewAsync(stage.Assessor, i => i == "I2" ? 2 : 3);
        using var browser = await stage.Space.AsAsync(stage.Organizer);
        var page = await browser.GetAsync($"{stage.Path}/consolidate");

        Assert.Equal("2", page.Document.QuerySelector("#row-I2 option[selected]")!.GetAttribute("value"));
        Assert.Equal("3", page.Document.QuerySelector("#row-I2 [data-claimed]")!.TextContent);
        Assert.Contains("Differs from the claim", page.Document.QuerySelector("#row-I2 h2")!.TextContent, StringComparison.Ordinal);
        var preview = await browser.SubmitAsync(page, Form);
        await browser.SubmitAsync(page, Form);

        Assert.EndsWith("/preview", preview.Path, StringComparison.Ordinal);
        Assert.Contains("1 of 47 final values differ", preview.Text, StringComparison.Ordinal);
        Assert.Equal(AssessmentStatus.Consolidated, (await stage.AssessmentAsync()).Status);
        var finals = await stage.Space.ReadAsync(db => db.Ratings.Where(r => r.Stage == Stage.Final).ToListAsync());
        Assert.Equal(47, finals.Count);
        Assert.All(finals, f => Assert.Equal(Guid.Empty, f.RaterId));
        Assert.Equal(2m, finals.Single(f => f.Indicator == "I2").Value);
        Assert.Equal(47, await stage.Space.ReadAsync(db => db.Ratings.CountAsync(r => r.Stage == Stage.Document)));
        Assert.Equal(1, await stage.Space.ReadAsync(db => db.Snapshots.CountAsync(s => s.Milestone == Milestone.Final)));
        Assert.Equal(1, await stage.AuditAsync("Consolidated"));
    }

    [Theory, Databases]
    public async Task Consolidate_AssessorsDiffer_MakesTheOrganizerChoose(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider), assessors: 2);
        await stage.ReviewAsync(stage.Assessors[0], complete: false);
        await stage.ReviewAsync(stage.Assessors[1], i => i == "I5" ? 5 : 3);
        using var browser = await stage.Space.AsAsync(stage.Organizer);
        var page = await browser.GetAsync($"{stage.Path}/consolidate");

        Assert.Equal(["3", "5"], page.Document.QuerySelectorAll("#row-I5 [data-document]").Select(d => d.TextContent).Order());
        Assert.Null(page.Document.QuerySelector("#row-I5 option[selected]"));
        var refused = await browser.SubmitAsync(page, Form);
        var i = stage.Indicators.ToList().IndexOf("I5");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector($"#error-summary a[href='#Input_Values_{i}__Value']"));
        Assert.False(await stage.Space.ReadAsync(db => db.Ratings.AnyAsync(r => r.Stage == Stage.Final)));

        await browser.SubmitAsync(refused, Form, ($"Input.Values[{i}].Value", "4"), ($"Input.Values[{i}].Explanation", "Between the two."));
        var final = await stage.Space.ReadAsync(db => db.Ratings.SingleAsync(r => r.Stage == Stage.Final && r.Indicator == "I5"));
        Assert.Equal((4m, "Between the two."), (final.Value, final.Explanation));
    }

    [Theory, Databases]
    public async Task Consolidate_Again_ChangesFinalValuesUntilPublication(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        await stage.ReviewAsync(stage.Assessor);
        await stage.ConsolidateAsync();
        using var browser = await stage.Space.AsAsync(stage.Organizer);
        var old = await browser.GetAsync($"{stage.Path}/consolidate");
        await browser.SubmitAsync(old, Form, ("Input.Values[0].Value", "1"));

        var stale = await browser.SubmitAsync(old, Form, ("Input.Values[0].Value", "5"));
        var missing = await browser.SubmitAsync(old, Form, ("Input.Values[0].Value", "5"), ("Input.Version", null));

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal("1", stale.Document.QuerySelector("#row-I1 [data-stored]")!.TextContent);
        Assert.Equal("5", stale.Document.QuerySelector("#row-I1 option[selected]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.BadRequest, missing.Status);
        Assert.Equal(1m, await FirstFinalAsync(stage));

        await browser.SubmitAsync(stale, Form);
        Assert.Equal(5m, await FirstFinalAsync(stage));
        Assert.Equal(3, await stage.Space.ReadAsync(db => db.Snapshots.CountAsync(s => s.Milestone == Milestone.Final)));
    }

    [Theory, Databases]
    public async Task Consolidate_BeforeTheReviewEnds_IsRefused(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        await stage.ReviewAsync(stage.Assessor, complete: false);

        var refused = await stage.AsAsync(stage.Organizer, s => ((Core.Features.Rounds.Consolidate)s.GetService(typeof(Core.Features.Rounds.Consolidate))!)
            .HandleAsync(new(stage.AssessmentId, [.. stage.Indicators.Select(i => new Core.Features.Rounds.FinalValue(i, 3, "x"))], 3)));

        Assert.Equal(ResultKind.Conflict, refused.Kind);
        Assert.False(await stage.Space.ReadAsync(db => db.Ratings.AnyAsync(r => r.Stage == Stage.Final)));
    }

    [Theory, Databases]
    public async Task Consolidate_ValueOrExplanationWrong_IsMarkedAtItsField(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        await stage.ReviewAsync(stage.Assessor);
        using var browser = await stage.Space.AsAsync(stage.Organizer);
        var page = await browser.GetAsync($"{stage.Path}/consolidate");

        (string Field, string? Value)[] faults =
        [
            ("Input.Values[3].Value", "6"), ("Input.Values[3].Value", "three"), ("Input.Values[3].Explanation", " "), ("Input.Values[3].Explanation", new string('x', 8001)),
        ];
        foreach (var (field, value) in faults)
        {
            var refused = await browser.SubmitAsync(page, Form, (field, value));
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.NotNull(refused.Document.QuerySelector($"#error-summary a[data-field='{field}']"));
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitAsync(page, Form, ("Input.Values[3].Indicator", "I99"))).Status);
        Assert.Equal(AssessmentStatus.Reviewed, (await stage.AssessmentAsync()).Status);
    }

    private static Task<decimal?> FirstFinalAsync(ReviewStage stage) =>
        stage.Space.ReadAsync(db => db.Ratings.Where(r => r.Stage == Stage.Final && r.Indicator == "I1").Select(r => r.Value).SingleAsync());
}
