using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Objections;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Rounds;

/// <summary>One round: how many agencies stand where, who is late, and the next step for each.</summary>
[Authorize(Policy = Policies.ReadRounds)]
public sealed class RoundModel(TenantDbContext db, InstrumentLibrary instruments, ListObjections objections, TimeProvider clock) : PageModel
{
    public const string LateOnly = "late";

    public sealed record Head(Guid Id, string Code, CycleType CycleType, Guid InstrumentVersionId, DateTime? DueAt, int ObjectionDays, int AnswerDays);

    public sealed record Row(Guid Id, string Agency, LocalizedText Name, bool Synthetic, AssessmentStatus Status, DateTime StatusAt, int Answered, int Verdicts)
    {
        public IReadOnlyList<string> Assessors { get; init; } = [];
    }

    /// <summary>A status, or <see cref="LateOnly"/>; nothing shows all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    public Head Round { get; private set; } = null!;
    public InstrumentTexts Texts { get; private set; } = null!;
    public bool IsDraft { get; private set; }
    public int Indicators { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int OpenObjections { get; private set; }
    public IEnumerable<Row> Shown => Rows.Where(r => string.IsNullOrEmpty(Show) || (Show == LateOnly ? IsLate(r) : r.Status.ToString() == Show));
    public TimeSpan? TimeLeft => Round.DueAt - clock.UtcNow;

    public async Task<IActionResult> OnGetAsync(string round, CancellationToken ct)
    {
        var head = await db.Rounds.Where(r => r.Code == round).Select(r => new Head(r.Id, r.Code, r.CycleType, r.InstrumentVersionId, r.AnswersDueAt, r.ObjectionDays, r.AnswerDays)).FirstOrDefaultAsync(ct);
        if (head is null) return NotFound();

        Round = head;
        var document = await instruments.GetAsync(head.InstrumentVersionId, ct);
        (Texts, IsDraft, Indicators) = (document.TextsIn(CultureInfo.CurrentUICulture.Name), document.Instrument.Draft, document.Instrument.Indicators().Count());
        var rows = await (from assessment in db.Assessments
                          join agency in db.Agencies on assessment.AgencyId equals agency.Id
                          where assessment.RoundId == head.Id
                          orderby agency.Code
                          select new Row(
                              assessment.Id, agency.Code, agency.Names, agency.Synthetic, assessment.Status, assessment.StatusAt,
                              db.Answers.Count(a => a.AssessmentId == assessment.Id && a.Level != null),
                              db.Ratings.Count(r => r.AssessmentId == assessment.Id && r.Stage == Stage.Document && r.Value != null && r.Explanation != ""))).ToListAsync(ct);
        var assessors = (await (from assignment in db.AssessorAssignments
                                join assessment in db.Assessments on assignment.AssessmentId equals assessment.Id
                                join account in db.Users on assignment.AssessorId equals account.Id
                                where assessment.RoundId == head.Id
                                orderby account.DisplayName
                                select new { assessment.Id, account.DisplayName }).ToListAsync(ct)).ToLookup(a => a.Id, a => a.DisplayName);
        Rows = [.. rows.Select(r => r with { Assessors = [.. assessors[r.Id]] })];
        OpenObjections = (await objections.CountAsync(head.Code, ct)).Open;
        return Page();
    }

    /// <summary>Past the deadline and not signed off.</summary>
    public bool IsLate(Row row) => row.Status is AssessmentStatus.Answering && TimeLeft < TimeSpan.Zero;
}
