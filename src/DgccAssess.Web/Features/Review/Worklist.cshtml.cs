using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Review;

/// <summary>Words of the document review.</summary>
public sealed class ReviewWords;

/// <summary>The assessments an assessor holds, with the progress of their own verdicts.</summary>
[Authorize(Policy = Policies.ReviewAssessments)]
public sealed class WorklistModel(TenantDbContext db, InstrumentLibrary instruments, ActorContext actor) : PageModel
{
    public sealed record Row(string Round, string Agency, LocalizedText Name, AssessmentStatus Status, DateTime StatusAt, DateTime? DueAt, Guid InstrumentVersionId, int Done)
    {
        public int Total { get; init; }

        public bool IsWaiting => Status is AssessmentStatus.Answering;
        public bool IsOpen => Status is AssessmentStatus.Submitted or AssessmentStatus.UnderReview;
    }

    /// <summary>What can be worked on first, then what is still to come, then what is over.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var me = actor.Current.Id;
        var rows = await (from assignment in db.AssessorAssignments
                          join assessment in db.Assessments on assignment.AssessmentId equals assessment.Id
                          join round in db.Rounds on assessment.RoundId equals round.Id
                          join agency in db.Agencies on assessment.AgencyId equals agency.Id
                          where assignment.AssessorId == me
                          orderby round.Code descending, agency.Code
                          select new Row(
                              round.Code, agency.Code, agency.Names, assessment.Status, assessment.StatusAt, round.AnswersDueAt, round.InstrumentVersionId,
                              db.Ratings.Count(r => r.AssessmentId == assessment.Id && r.Stage == Stage.Document && r.RaterId == me && r.Value != null && r.Explanation != "")))
            .ToListAsync(ct);

        List<Row> withTotals = [];
        foreach (var row in rows)
        {
            withTotals.Add(row with { Total = (await instruments.GetAsync(row.InstrumentVersionId, ct)).Instrument.Indicators().Count() });
        }

        Rows = [.. withTotals.OrderBy(r => r.IsOpen ? 0 : r.IsWaiting ? 1 : 2)];
    }
}
