using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Objections;

/// <param name="Number">Of the published version.</param>
/// <param name="TakenAt">Since when it is in force.</param>
/// <param name="Index">Exact index.</param>
/// <param name="Reason">Why the result was corrected.</param>
public sealed record ResultCorrection(int Number, DateTime TakenAt, decimal? Index, string? Reason);

/// <param name="Objection">As stored; not tracked.</param>
/// <param name="Correction">The first correction after an upheld objection was filed; null while there is none.</param>
public sealed record FiledObjection(Objection Objection, ResultCorrection? Correction);

/// <param name="Window">Null before publication.</param>
/// <param name="Filed">The latest first.</param>
public sealed record ResultObjections(ObjectionWindow? Window, IReadOnlyList<FiledObjection> Filed)
{
    public FiledObjection? Open => Filed.FirstOrDefault(f => f.Objection.IsOpen);
}

/// <summary>The objections to one agency's result.</summary>
public sealed class ReadObjections(TenantDbContext db)
{
    public async Task<ResultObjections> HandleAsync(Guid assessmentId, CancellationToken ct)
    {
        var filed = await db.Objections.AsNoTracking().Where(o => o.AssessmentId == assessmentId).OrderByDescending(o => o.FiledAt).ThenByDescending(o => o.Id).ToListAsync(ct);
        var corrections = filed.Exists(o => o.State is ObjectionState.Upheld)
            ? await db.Snapshots.Where(s => s.AssessmentId == assessmentId && s.Milestone == Milestone.Published && s.Number > 1)
                .OrderBy(s => s.Number).Select(s => new ResultCorrection(s.Number, s.TakenAt, s.Index, s.Reason)).ToListAsync(ct)
            : [];
        return new ResultObjections(
            await WindowAsync(assessmentId, ct),
            [.. filed.Select(o => new FiledObjection(o, o.State is ObjectionState.Upheld ? corrections.Find(c => c.TakenAt >= o.FiledAt) : null))]);
    }

    /// <returns>Null before the result is published.</returns>
    public Task<ObjectionWindow?> WindowAsync(Guid assessmentId, CancellationToken ct) => (
        from snapshot in db.Snapshots
        join assessment in db.Assessments on snapshot.AssessmentId equals assessment.Id
        join round in db.Rounds on assessment.RoundId equals round.Id
        where assessment.Id == assessmentId && snapshot.Milestone == Milestone.Published && snapshot.Number == 1
        select new ObjectionWindow(snapshot.TakenAt, round.ObjectionDays)).FirstOrDefaultAsync(ct);
}
