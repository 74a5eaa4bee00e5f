using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Objections;

/// <param name="Agency">Its code.</param>
/// <param name="Names">Its names.</param>
/// <param name="Objection">As stored; not tracked.</param>
/// <param name="CorrectedTo">Number of the first correction after an upheld one was filed.</param>
public sealed record RoundObjection(string Agency, LocalizedText Names, Objection Objection, int? CorrectedTo);

/// <param name="Open">Not answered yet.</param>
/// <param name="Overdue">Of these, past the day of the answer.</param>
/// <param name="Windows">Agencies that may still object.</param>
public sealed record ObjectionCounts(int Open, int Overdue, int Windows);

/// <summary>The objections of a round.</summary>
public sealed class ListObjections(TenantDbContext db, TimeProvider clock)
{
    /// <summary>What is open first, by the day of the answer; then the latest.</summary>
    public async Task<IReadOnlyList<RoundObjection>> HandleAsync(Guid roundId, CancellationToken ct)
    {
        var rows = await (
            from objection in db.Objections.AsNoTracking()
            join assessment in db.Assessments on objection.AssessmentId equals assessment.Id
            join agency in db.Agencies on assessment.AgencyId equals agency.Id
            where assessment.RoundId == roundId
            select new RoundObjection(agency.Code, agency.Names, objection, db.Snapshots
                .Where(s => s.AssessmentId == objection.AssessmentId && s.Milestone == Milestone.Published && s.Number > 1 && s.TakenAt >= objection.FiledAt && objection.State == ObjectionState.Upheld)
                .Min(s => (int?)s.Number))).ToListAsync(ct);
        return
        [
            .. rows.Where(r => r.Objection.IsOpen).OrderBy(r => r.Objection.AnswerDueAt).ThenBy(r => r.Agency, StringComparer.Ordinal),
            .. rows.Where(r => !r.Objection.IsOpen).OrderByDescending(r => r.Objection.FiledAt).ThenBy(r => r.Agency, StringComparer.Ordinal),
        ];
    }

    public async Task<ObjectionCounts> CountAsync(string round, CancellationToken ct)
    {
        var now = clock.UtcNow;
        if (await db.Rounds.Where(r => r.Code == round).Select(r => new { r.Id, r.ObjectionDays }).FirstOrDefaultAsync(ct) is not { } held) return new ObjectionCounts(0, 0, 0);
        var due = await (from objection in db.Objections
                         join assessment in db.Assessments on objection.AssessmentId equals assessment.Id
                         where assessment.RoundId == held.Id && objection.State == ObjectionState.Open
                         select objection.AnswerDueAt).ToListAsync(ct);
        var since = now.AddDays(-held.ObjectionDays);
        var windows = held.ObjectionDays == 0 ? 0 : await (
            from snapshot in db.Snapshots
            join assessment in db.Assessments on snapshot.AssessmentId equals assessment.Id
            where assessment.RoundId == held.Id && snapshot.Milestone == Milestone.Published && snapshot.Number == 1 && snapshot.TakenAt >= since
            select snapshot.Id).CountAsync(ct);
        return new ObjectionCounts(due.Count, due.Count(d => d < now), windows);
    }
}
