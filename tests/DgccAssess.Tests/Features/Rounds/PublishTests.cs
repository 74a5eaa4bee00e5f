using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Features.Review;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Rounds;

public sealed class PublishTests(TestApps apps)
{
    private const string Form = "main form[method=post]";

    [Theory, Databases]
    public async Task Publish_TypedCode_PublishesOnceAsVersionOne(DatabaseProvider provider)
    {
        var stage = await ConsolidatedAsync(provider);
        using var browser = await stage.Space.AsAsync(stage.Organizer);
        var page = await browser.GetAsync($"{stage.Path}/publish");

        Assert.Contains("index 3.00, Good", page.Text, StringComparison.Ordinal);
        Assert.Contains("Citra Coordinator", page.Document.QuerySelector("#consent")!.TextContent, StringComparison.Ordinal);
        var wrong = await browser.SubmitAsync(page, Form, ("Input.AgencyCode", "kemenkeu"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.NotNull(wrong.Document.QuerySelector("#error-summary a[data-field='Input.AgencyCode']"));
        Assert.Equal(AssessmentStatus.Consolidated, (await stage.AssessmentAsync()).Status);

        var done = await browser.SubmitAsync(page, Form, ("Input.AgencyCode", ReviewStage.Agency));
        var again = await browser.SubmitAsync(page, Form, ("Input.AgencyCode", ReviewStage.Agency));

        Assert.Equal("The result is published", done.Heading);
        Assert.Equal("The result is published", again.Heading);
        Assert.Equal(AssessmentStatus.Published, (await stage.AssessmentAsync()).Status);
        Assert.Equal([1], await NumbersAsync(stage));
        Assert.Contains("\"public\":true", await DetailsAsync(stage, "ResultPublished"), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Publish_VersionMissingOrStale_IsRefused(DatabaseProvider provider)
    {
        var stage = await ConsolidatedAsync(provider);
        using var browser = await stage.Space.AsAsync(stage.Organizer);
        var page = await browser.GetAsync($"{stage.Path}/publish");
        await stage.ConsolidateAsync(_ => 2);

        var stale = await browser.SubmitAsync(page, Form, ("Input.AgencyCode", ReviewStage.Agency));
        var missing = await browser.SubmitAsync(page, Form, ("Input.AgencyCode", ReviewStage.Agency), ("Input.Version", null));

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("index 2.00", stale.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, missing.Status);
        Assert.Empty(await NumbersAsync(stage));
    }

    [Theory, Databases]
    public async Task Publish_BeforeConsolidation_IsRefused(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        await stage.ReviewAsync(stage.Assessor);
        using var browser = await stage.Space.AsAsync(stage.Organizer);
        var version = (await stage.AssessmentAsync()).Version;

        var page = await browser.GetAsync($"{stage.Path}/publish");
        var refused = await stage.AsAsync(stage.Organizer, s => ((Core.Features.Rounds.PublishResult)s.GetService(typeof(Core.Features.Rounds.PublishResult))!)
            .HandleAsync(new(stage.AssessmentId, ReviewStage.Agency, NotPublic: false, version)));

        Assert.Null(page.Document.QuerySelector(Form));
        Assert.Equal(ResultKind.Conflict, refused.Kind);
    }

    [Theory, Databases]
    public async Task Publish_WithoutConsent_IsPossibleOnlyAsNotPublicAndRecorded(DatabaseProvider provider)
    {
        var stage = await ConsolidatedAsync(provider, consent: false);
        using var browser = await stage.Space.AsAsync(stage.Organizer);
        var page = await browser.GetAsync($"{stage.Path}/publish");

        Assert.Contains("has not consented", page.Document.QuerySelector("#consent")!.TextContent, StringComparison.Ordinal);
        var refused = await browser.SubmitAsync(page, Form, ("Input.AgencyCode", ReviewStage.Agency));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(AssessmentStatus.Consolidated, (await stage.AssessmentAsync()).Status);

        var done = await browser.SubmitAsync(page, Form, ("Input.AgencyCode", ReviewStage.Agency), ("Input.NotPublic", "true"));
        Assert.Contains("Not public", done.Text, StringComparison.Ordinal);
        Assert.Contains("\"public\":false", await DetailsAsync(stage, "ResultPublished"), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Publish_DraftInstrument_IsRefused(DatabaseProvider provider)
    {
        var stage = await ConsolidatedAsync(provider, instrument: "pemdi-2026");
        using var browser = await stage.Space.AsAsync(stage.Organizer);
        var version = (await stage.AssessmentAsync()).Version;

        var page = await browser.GetAsync($"{stage.Path}/publish");
        var refused = await stage.AsAsync(stage.Organizer, s => ((Core.Features.Rounds.PublishResult)s.GetService(typeof(Core.Features.Rounds.PublishResult))!)
            .HandleAsync(new(stage.AssessmentId, ReviewStage.Agency, NotPublic: false, version)));

        Assert.Null(page.Document.QuerySelector(Form));
        Assert.Contains("draft", page.Text, StringComparison.Ordinal);
        Assert.Equal(ResultKind.Conflict, refused.Kind);
        Assert.Empty(await NumbersAsync(stage));
    }

    [Theory, Databases]
    public async Task Correct_WithReason_IsAFurtherVersionAndTheFirstStays(DatabaseProvider provider)
    {
        var stage = await ConsolidatedAsync(provider);
        using var browser = await stage.Space.AsAsync(stage.Organizer);
        await browser.SubmitAsync(await browser.GetAsync($"{stage.Path}/publish"), Form, ("Input.AgencyCode", ReviewStage.Agency));
        var first = await stage.Space.ReadAsync(db => db.Snapshots.AsNoTracking().SingleAsync(s => s.Milestone == Milestone.Published));
        var page = await browser.GetAsync($"{stage.Path}/correct");

        var silent = await browser.SubmitAsync(page, Form, ("Input.Values[0].Value", "5"));
        var idle = await browser.SubmitAsync(page, Form, ("Input.Reason", "Nothing, really."));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (silent.Status, idle.Status));
        Assert.NotNull(silent.Document.QuerySelector("#error-summary a[data-field='Input.Reason']"));
        Assert.Equal([1], await NumbersAsync(stage));

        var done = await browser.SubmitAsync(page, Form, ("Input.Values[0].Value", "5"), ("Input.Reason", "I1 was misread."));
        var again = await browser.SubmitAsync(page, Form, ("Input.Values[0].Value", "5"), ("Input.Reason", "I1 was misread."));
        var stale = await browser.SubmitAsync(page, Form, ("Input.Values[0].Value", "1"), ("Input.Reason", "Another view."));

        Assert.Contains("I1 was misread.", done.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (again.Status, stale.Status));
        Assert.Equal([1, 2], await NumbersAsync(stage));
        var kept = await stage.Space.ReadAsync(db => db.Snapshots.AsNoTracking().SingleAsync(s => s.Milestone == Milestone.Published && s.Number == 1));
        Assert.Equal((first.Hash, first.Document), (kept.Hash, kept.Document));
        var second = await stage.Space.ReadAsync(db => db.Snapshots.AsNoTracking().SingleAsync(s => s.Milestone == Milestone.Published && s.Number == 2));
        Assert.Equal("I1 was misread.", second.Reason);
        Assert.True(second.Index > kept.Index);
        Assert.Equal(AssessmentStatus.Published, (await stage.AssessmentAsync()).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.SubmitAsync(await browser.GetAsync($"{stage.Path}/correct"), Form, ("Input.Version", "1"), ("Input.Reason", "x"), ("Input.Values[0].Value", "2"))).Status);
    }

    private async Task<ReviewStage> ConsolidatedAsync(DatabaseProvider provider, bool consent = true, string instrument = "spbe-2020")
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider), consent: consent, instrument: instrument);
        await stage.ReviewAsync(stage.Assessor);
        await stage.ConsolidateAsync();
        return stage;
    }

    private static Task<List<int>> NumbersAsync(ReviewStage stage) =>
        stage.Space.ReadAsync(db => db.Snapshots.Where(s => s.Milestone == Milestone.Published).OrderBy(s => s.Number).Select(s => s.Number).ToListAsync());

    private static Task<string> DetailsAsync(ReviewStage stage, string type) =>
        stage.Space.ReadAsync(db => db.AuditEvents.Where(e => e.Type == type).Select(e => e.Details).SingleAsync());
}
