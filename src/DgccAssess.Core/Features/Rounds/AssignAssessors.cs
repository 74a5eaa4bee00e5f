using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.SelfAssessment;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Rounds;

/// <summary>Everybody who shall hold the assessment; who is left out loses it.</summary>
public sealed record AssignAssessorsCommand(Guid AssessmentId, IReadOnlyList<Guid> Assessors, int? Version);

public sealed record AssessorsAssigned(string Assessment, IReadOnlyList<Guid> Added, IReadOnlyList<Guid> Removed) : AuditFact(Assessment);

/// <summary>Says which external assessors review an assessment, until its review is complete.</summary>
public sealed class AssignAssessors(TenantDbContext db, FindAssessment find, AssessorPool pool, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(AssignAssessorsCommand command, CancellationToken ct = default)
    {
        if (command.Version is null) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        var found = await find.HandleAsync(command.AssessmentId, AssessmentAccess.Organize, ct);
        if (!found.Succeeded) return found;

        await using var hold = await db.HoldAsync(command.AssessmentId, ct);
        var held = await db.AssessorAssignments.Where(a => a.AssessmentId == command.AssessmentId).ToListAsync(ct);
        var wanted = command.Assessors.Distinct().ToList();
        var added = wanted.Except(held.Select(a => a.AssessorId)).ToList();
        var removed = held.Where(a => !wanted.Contains(a.AssessorId)).ToList();
        if (added.Count + removed.Count == 0) return Result.Ok;

        var assessment = await db.Assessments.SingleAsync(a => a.Id == command.AssessmentId, ct);
        if (assessment.Status >= AssessmentStatus.Reviewed) return Result.Conflict(RoundMessages.ReviewOver);
        if (assessment.Version != command.Version) return Result.Stale();
        var eligible = (await pool.ForAsync(found.Value!.AgencyId, ct)).Select(a => a.Id).ToHashSet();
        if (!added.TrueForAll(eligible.Contains)) return Result.Invalid(nameof(command.Assessors), RoundMessages.AssessorNotEligible);

        db.AssessorAssignments.RemoveRange(removed);
        db.AssessorAssignments.AddRange(added.Select(id => new AssessorAssignment { AssessmentId = command.AssessmentId, AssessorId = id, AssignedAt = clock.UtcNow }));
        // The list of assessors has no row of its own: its version is the assessment's.
        db.Entry(assessment).Property(a => a.StatusAt).IsModified = true;
        audit.Record(new AssessorsAssigned(found.Value.Subject, added, [.. removed.Select(a => a.AssessorId)]));
        await db.SaveChangesAsync(ct);
        await hold.CommitAsync(ct);
        return Result.Ok;
    }
}
