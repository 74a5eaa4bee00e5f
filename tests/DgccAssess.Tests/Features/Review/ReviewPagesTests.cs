using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Review;

public sealed class ReviewPagesTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Worklist_ShowsWhatTheAssessorHoldsWithProgress(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        var other = await stage.Space.CreatePersonAsync(Roles.Assessor);
        using var browser = await stage.Space.AsAsync(stage.Assessor);
        await browser.SubmitAsync(await browser.GetAsync($"{stage.Path}/review/I1"), "#verdict form", ("Input.Value", "2"), ("Input.Explanation", "Seen."));
        await browser.SubmitAsync(await browser.GetAsync($"{stage.Path}/review/I2"), "#verdict form", ("Input.Value", "2"));

        var list = await browser.GetAsync("/review");
        using var idle = await stage.Space.AsAsync(other);
        var nothing = await idle.GetAsync("/review");

        Assert.Contains("1 of 47 reviewed", list.Text, StringComparison.Ordinal);
        Assert.NotNull(list.Document.QuerySelector($"a[href$='{stage.Path}/review']"));
        Assert.Contains("Nothing to review yet", nothing.Text, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Review_OfSomebodyNotAssigned_IsForbidden(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        foreach (var person in new[] { await stage.Space.CreatePersonAsync(Roles.Assessor), stage.Coordinator, stage.Organizer })
        {
            using var browser = await stage.Space.AsAsync(person);
            foreach (var path in new[] { "review", "review/I1", "review/complete" })
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"{stage.Path}/{path}")).Status);
            }
        }
    }

    [Theory, Databases]
    public async Task ReviewAssessment_ListsEveryIndicatorAndFilters(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        using var browser = await stage.Space.AsAsync(stage.Assessor);
        await browser.SubmitAsync(await browser.GetAsync($"{stage.Path}/review/I1"), "#verdict form", ("Input.Value", "2"), ("Input.Explanation", "Seen."));

        var all = await browser.GetAsync($"{stage.Path}/review");
        var done = await browser.GetAsync($"{stage.Path}/review?show=done");
        var differs = await browser.GetAsync($"{stage.Path}/review?show=differs");
        var found = await browser.GetAsync($"{stage.Path}/review?q=i47");

        Assert.Equal(47, all.Document.QuerySelectorAll("li.task").Length);
        Assert.Single(done.Document.QuerySelectorAll("li.task"));
        Assert.Single(differs.Document.QuerySelectorAll("li.task"));
        Assert.Single(found.Document.QuerySelectorAll("li.task"));
    }

    [Theory, Databases]
    public async Task ReviewIndicator_ShowsClaimCriteriaAndEvidenceInPlace(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        var (pdf, image, sheet) = await AddEvidenceAsync(stage);
        using var browser = await stage.Space.AsAsync(stage.Assessor);

        var page = await browser.GetAsync($"{stage.Path}/review/I11");
        var evidence = $"{stage.Space.Path}{stage.Path}/evidence";

        Assert.Contains(ReviewStage.Analysis, page.Document.QuerySelector("#claim")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Perpres 132/2022", page.Document.QuerySelector("#claim .answers")!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("#claim .mark-yes"));
        Assert.Equal($"{evidence}/{pdf}", page.Document.QuerySelector("#evidence iframe")!.GetAttribute("src"));
        Assert.Equal($"{evidence}/{image}", page.Document.QuerySelector("#evidence img")!.GetAttribute("src"));
        Assert.NotNull(page.Document.QuerySelector($"#evidence a[href='{evidence}/{sheet}']"));
        Assert.Equal("https://jdih.example.go.id/perpres", page.Document.QuerySelector("#evidence a[rel~=noopener]")!.GetAttribute("href"));
        Assert.Equal(["n", "p"], page.Document.QuerySelectorAll(".pager [rel]").Select(a => a.GetAttribute("data-key")!).Order());
    }

    [Theory, Databases]
    public async Task Complete_WithSomethingMissing_SaysWhatAndChangesNothing(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        await stage.ReviewAsync(stage.Assessor, complete: false);
        await stage.AsAsync(stage.Assessor, s => s.GetRequiredService<SaveVerdict>().HandleAsync(new(stage.AssessmentId, "I7", [], 3, " ", "", 1)));
        using var browser = await stage.Space.AsAsync(stage.Assessor);

        var page = await browser.GetAsync($"{stage.Path}/review/complete");
        var refused = await browser.SubmitAsync(page, "main form[method=post]");

        Assert.NotNull(page.Document.QuerySelector($"a[href$='{stage.Path}/review/I7']"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("I7", refused.Document.QuerySelector("#error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(AssessmentStatus.UnderReview, (await stage.AssessmentAsync()).Status);
        Assert.False(await stage.Space.ReadAsync(db => db.Snapshots.AnyAsync(s => s.Milestone == Milestone.Reviewed)));
    }

    [Theory, Databases]
    public async Task Complete_Everything_IsReviewedWithSnapshotAndLocked(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        await stage.ReviewAsync(stage.Assessor, complete: false);
        using var browser = await stage.Space.AsAsync(stage.Assessor);
        var open = await browser.GetAsync($"{stage.Path}/review/I1");
        var page = await browser.GetAsync($"{stage.Path}/review/complete");

        var after = await browser.SubmitAsync(page, "main form[method=post]");
        var again = await browser.SubmitAsync(page, "main form[method=post]");
        var late = await browser.SubmitAsync(open, "#verdict form", ("Input.Value", "5"));

        Assert.Contains("This review is complete", after.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal(AssessmentStatus.Reviewed, (await stage.AssessmentAsync()).Status);
        Assert.Equal(1, await stage.AuditAsync("ReviewCompleted"));
        Assert.Equal(1, await stage.Space.ReadAsync(db => db.Snapshots.CountAsync(s => s.Milestone == Milestone.Reviewed)));
        Assert.Equal(3m, await stage.Space.ReadAsync(db => db.Ratings.Where(r => r.Stage == Stage.Document && r.Indicator == "I1").Select(r => r.Value).SingleAsync()));
    }

    [Theory, Databases]
    public async Task Complete_VersionMissingOrStale_IsRefused(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        await stage.ReviewAsync(stage.Assessor, complete: false);
        using var browser = await stage.Space.AsAsync(stage.Assessor);
        var page = await browser.GetAsync($"{stage.Path}/review/complete");

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitAsync(page, "main form[method=post]", ("Input.Version", null))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.SubmitAsync(page, "main form[method=post]", ("Input.Version", "1"))).Status);
        Assert.Equal(AssessmentStatus.UnderReview, (await stage.AssessmentAsync()).Status);
    }

    [Theory, Databases]
    public async Task Complete_WhileTheOtherAssessorWorks_WaitsForThem(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider), assessors: 2);
        await stage.ReviewAsync(stage.Assessors[0], complete: false);
        using var browser = await stage.Space.AsAsync(stage.Assessors[0]);

        var refused = await browser.SubmitAsync(await browser.GetAsync($"{stage.Path}/review/complete"), "main form[method=post]");
        await stage.ReviewAsync(stage.Assessors[1]);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(AssessmentStatus.Reviewed, (await stage.AssessmentAsync()).Status);
    }

    [Theory, Databases]
    public async Task Agency_NeverSeesTheAssessorsName(DatabaseProvider provider)
    {
        var stage = await ReviewStage.BuildAsync(apps.On(provider));
        await stage.ReviewAsync(stage.Assessor);
        await stage.ConsolidateAsync();
        using var browser = await stage.Space.AsAsync(stage.Coordinator);

        foreach (var path in new[] { "", "/I1", "/check", "/result", "/assessors", "/consolidate", "/preview", "/publish", "/correct", "/review" })
        {
            Assert.DoesNotContain(stage.Assessor.DisplayName, (await browser.GetAsync(stage.Path + path)).Body, StringComparison.Ordinal);
        }

        var final = await stage.Space.ReadAsync(db => db.Snapshots.Where(s => s.Milestone == Milestone.Final).Select(s => s.Document).SingleAsync());
        Assert.DoesNotContain(stage.Assessor.DisplayName, final, StringComparison.Ordinal);
    }

    private static Task<(Guid Pdf, Guid Image, Guid Sheet)> AddEvidenceAsync(ReviewStage stage) => stage.AsAsync(stage.Coordinator, async services =>
    {
        var db = services.GetRequiredService<TenantDbContext>();
        var clock = services.GetRequiredService<TimeProvider>();
        var answer = await db.Answers.Where(a => a.Indicator == "I11").Select(a => a.Id).SingleAsync();
        EvidenceItem File(string name, EvidenceFormat format) =>
            EvidenceItem.File(clock.NewId(), answer, name, format.ContentType, 1000, new string('0', 64), stage.Coordinator.Id, "Citra", clock.UtcNow);
        EvidenceItem[] items = [File("a.pdf", EvidenceFormat.Pdf), File("b.png", EvidenceFormat.Png), File("c.xlsx", EvidenceFormat.Xlsx)];
        db.Evidence.AddRange(items);
        db.Evidence.Add(EvidenceItem.Link(clock.NewId(), answer, "JDIH", "https://jdih.example.go.id/perpres", stage.Coordinator.Id, "Citra", clock.UtcNow));
        services.GetRequiredService<Core.Audit.AuditTrail>().Record(new EvidencePrepared());
        await db.SaveChangesAsync();
        return (items[0].Id, items[1].Id, items[2].Id);
    });

    private sealed record EvidencePrepared() : Core.Audit.AuditFact("test");
}
