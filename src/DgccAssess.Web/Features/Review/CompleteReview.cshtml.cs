using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Review;

/// <summary>What is still missing, and the button that ends the review.</summary>
[Authorize(Policy = Policies.ReviewAssessments)]
[AssessmentPage(AssessmentAccess.Review)]
public sealed class CompleteReviewModel(TenantDbContext db, InstrumentLibrary instruments, CompleteReview completeReview, ActorContext actor, Links links) : AssessmentPageModel
{
    [BindProperty]
    public CompleteReviewInput Input { get; set; } = new();

    public InstrumentTexts Texts { get; private set; } = null!;
    public IReadOnlyList<string> Missing { get; private set; } = [];
    public int Total { get; private set; }
    public int Differing { get; private set; }
    public bool IsOpen => Assessment.Status is AssessmentStatus.Submitted or AssessmentStatus.UnderReview;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await completeReview.HandleAsync(new CompleteReviewCommand(Assessment.Id, Input.Version), ct);
        if (result.Succeeded) return LocalRedirect(links.ReviewAssessment(Assessment.Round, Assessment.Agency));
        await LoadAsync(ct);
        return this.PageWithErrors(result);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var document = await instruments.GetAsync(Assessment.InstrumentVersionId, ct);
        Texts = document.TextsIn(System.Globalization.CultureInfo.CurrentUICulture.Name);
        var me = actor.Current.Id;
        var verdicts = await (from rating in db.Ratings
                              join answer in db.Answers on new { rating.AssessmentId, rating.Indicator } equals new { answer.AssessmentId, answer.Indicator }
                              where rating.AssessmentId == Assessment.Id && rating.Stage == Stage.Document && rating.RaterId == me
                              select new { rating.Indicator, rating.Value, rating.Explanation, answer.Level }).ToListAsync(ct);
        var done = verdicts.Where(v => VerdictRules.IsComplete(v.Value, v.Explanation)).ToList();
        var indicators = document.Instrument.Indicators().Select(i => i.Code).ToList();
        (Total, Differing) = (indicators.Count, done.Count(v => v.Value != v.Level));
        Missing = [.. indicators.Except(done.Select(v => v.Indicator), StringComparer.Ordinal)];
    }
}

public sealed record CompleteReviewInput
{
    public int? Version { get; init; }
}
