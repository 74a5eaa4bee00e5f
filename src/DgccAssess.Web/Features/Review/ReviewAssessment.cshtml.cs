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

/// <summary>Every indicator of one assessment with the claim and the assessor's own verdict; never another assessor's.</summary>
[Authorize(Policy = Policies.ReviewAssessments)]
[AssessmentPage(AssessmentAccess.Review)]
public sealed class ReviewAssessmentModel(TenantDbContext db, InstrumentLibrary instruments, ActorContext actor) : AssessmentPageModel
{
    public static readonly IReadOnlyList<string> Filters = ["", "todo", "differs", "done"];

    /// <summary>One of <see cref="Filters"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>Part of a code or name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public InstrumentDocument Document { get; private set; } = null!;
    public InstrumentTexts Texts { get; private set; } = null!;
    public IReadOnlyDictionary<string, ReviewRow> Rows { get; private set; } = new Dictionary<string, ReviewRow>();
    public bool IsWaiting => Assessment.Status is AssessmentStatus.Answering;
    public bool IsOpen => Assessment.Status is AssessmentStatus.Submitted or AssessmentStatus.UnderReview;
    public int Done => Rows.Values.Count(r => r.IsDone);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Document = await instruments.GetAsync(Assessment.InstrumentVersionId, ct);
        Texts = Document.TextsIn(System.Globalization.CultureInfo.CurrentUICulture.Name);
        if (IsWaiting) return;

        var me = actor.Current.Id;
        var answers = await db.Answers.Where(a => a.AssessmentId == Assessment.Id)
            .Select(a => new { a.Indicator, a.Level, Evidence = db.Evidence.Count(e => e.AnswerId == a.Id && e.RemovedAt == null) }).ToListAsync(ct);
        var verdicts = await db.Ratings.Where(r => r.AssessmentId == Assessment.Id && r.Stage == Stage.Document && r.RaterId == me)
            .Select(r => new { r.Indicator, r.Value, r.Explanation }).ToDictionaryAsync(r => r.Indicator, ct);
        Rows = answers.ToDictionary(a => a.Indicator, a => verdicts.GetValueOrDefault(a.Indicator) is { } verdict
            ? new ReviewRow(a.Level, a.Evidence, verdict.Value, VerdictRules.IsComplete(verdict.Value, verdict.Explanation), IsBegun: true)
            : new ReviewRow(a.Level, a.Evidence, Given: null, IsDone: false, IsBegun: false));
    }

    public int CountOf(string filter) => Rows.Values.Count(r => Matches(r, filter));

    public bool IsShown(Node indicator) => Matches(Rows[indicator.Code], Show ?? "")
        && (string.IsNullOrWhiteSpace(Q)
            || indicator.Code.Contains(Q.Trim(), StringComparison.OrdinalIgnoreCase)
            || Texts.Name(indicator.Code).Contains(Q.Trim(), StringComparison.CurrentCultureIgnoreCase));

    public static string Flags(ReviewRow row) => string.Join(' ', Filters.Where(f => f.Length > 0 && Matches(row, f)));

    private static bool Matches(ReviewRow row, string filter) => filter switch
    {
        "todo" => !row.IsDone,
        "done" => row.IsDone,
        "differs" => row.Difference is not (null or 0),
        _ => true,
    };
}

public sealed record ReviewRow(decimal? Claimed, int Evidence, decimal? Given, bool IsDone, bool IsBegun)
{
    public decimal? Difference => Given - Claimed;
}
