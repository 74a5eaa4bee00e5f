using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.SelfAssessment;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Rounds;

public sealed record ConsolidateCommand(Guid AssessmentId, IReadOnlyList<FinalValue> Values, int? Version);

public sealed record Consolidated(string Assessment, IReadOnlyList<FinalChange> Changes) : AuditFact(Assessment);

/// <summary>Sets the final value of every indicator; may be repeated until publication.</summary>
public sealed class Consolidate(TenantDbContext db, FindAssessment find, FinalRatings finals, TakeSnapshot snapshots, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(ConsolidateCommand command, CancellationToken ct = default)
    {
        if (command.Version is null) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        var found = await find.HandleAsync(command.AssessmentId, AssessmentAccess.Organize, ct);
        if (!found.Succeeded) return found;
        var problems = await finals.CheckAsync(found.Value!, command.Values, ct);
        if (problems.Count > 0) return Result.Invalid(problems);

        await using var hold = await db.HoldAsync(command.AssessmentId, ct);
        var assessment = await db.Assessments.SingleAsync(a => a.Id == command.AssessmentId, ct);
        var (before, version) = (assessment.Status, assessment.Version);
        var consolidated = assessment.Consolidate(clock.UtcNow);
        if (!consolidated.Succeeded) return consolidated;

        var changes = await finals.ApplyAsync(command.AssessmentId, command.Values, ct);
        if (before is AssessmentStatus.Consolidated && changes.Count == 0) return Result.Ok;
        if (version != command.Version) return Result.Stale();

        audit.Record(new Consolidated(found.Value!.Subject, changes));
        await snapshots.AddAsync(assessment, Milestone.Final, reason: null, ct);
        await db.SaveChangesAsync(ct);
        await hold.CommitAsync(ct);
        return Result.Ok;
    }
}
