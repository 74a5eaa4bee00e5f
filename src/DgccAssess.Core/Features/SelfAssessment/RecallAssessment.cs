using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.SelfAssessment;

public sealed record RecallAssessmentCommand(AssessmentRef Assessment, int? Version, string Reason);

public sealed record AssessmentRecalled(string Subject, string Reason) : AuditFact(Subject);

/// <summary>Takes the sign-off back, until an assessor has begun: the answers open again. What was signed stays in its snapshot and the audit trail.</summary>
public sealed class RecallAssessment(TenantDbContext db, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(RecallAssessmentCommand command, CancellationToken ct = default)
    {
        if (!AssessmentRules.Allows(actor.Current, command.Assessment.AgencyId, isAssessor: false, AssessmentAccess.Coordinate)) return Result.Forbidden();
        if (command.Version is null) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        if (Reasons.Check(command.Reason) is { Succeeded: false } invalid) return invalid;

        var assessment = await db.Assessments.SingleAsync(a => a.Id == command.Assessment.Id, ct);
        var isRepeat = assessment.Status is AssessmentStatus.Answering && command.Version == assessment.Version - 1;
        if (isRepeat) return Result.Ok;

        var isCurrent = assessment.Version == command.Version;
        if (assessment.Recall(clock.UtcNow) is { Succeeded: false } refused) return refused;
        if (!isCurrent) return Result.Stale();

        audit.Record(new AssessmentRecalled(command.Assessment.Subject, command.Reason));
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Result.Stale();
        }
    }
}
