using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Evidence;

public sealed record RemoveEvidenceCommand(Guid AssessmentId, Guid EvidenceId, int? Version);

public sealed record EvidenceRemoved(string Subject, Guid EvidenceId, string Name) : AuditFact(Subject);

/// <summary>Takes evidence off the answer. The file itself stays: an earlier sign-off may refer to it.</summary>
public sealed class RemoveEvidence(TenantDbContext db, FindAssessment assessments, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(RemoveEvidenceCommand command, CancellationToken ct)
    {
        if (command.Version is null) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        var found = await assessments.HandleAsync(command.AssessmentId, AssessmentAccess.Answer, ct);
        if (!found.Succeeded) return found;

        var assessment = found.Value!;
        var stored = await (from evidence in db.Evidence
                            join answer in db.Answers on evidence.AnswerId equals answer.Id
                            where evidence.Id == command.EvidenceId && answer.AssessmentId == assessment.Id
                            select new { Item = evidence, answer.Indicator }).FirstOrDefaultAsync(ct);
        if (stored is null) return Result.NotFound();
        if (stored.Item.RemovedAt is not null) return Result.Ok;
        if (assessment.Status is not AssessmentStatus.Answering) return Result.Conflict(Messages.AssessmentLocked);
        if (stored.Item.Version != command.Version) return Result.Stale();

        stored.Item.Remove(clock.UtcNow);
        audit.Record(new EvidenceRemoved($"{assessment.Subject}/{stored.Indicator}", stored.Item.Id, stored.Item.Name));
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Evidence changes in one way only: somebody else removed it a moment ago, which is what was asked.
            return Result.Ok;
        }
    }
}
