using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Evidence;

public sealed record RemoveEvidenceCommand(Guid AssessmentId, Guid EvidenceId, int? Version);

public sealed record EvidenceRemoved(string Subject, Guid EvidenceId, string Name) : AuditFact(Subject);

/// <summary>Takes evidence off the answer. The file itself stays: an earlier sign-off may refer to it.</summary>
public sealed class RemoveEvidence(TenantDbContext db, FindAssessment assessments, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(RemoveEvidenceCommand command, CancellationToken ct)
    {
        if (command.Version is null) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        if (await assessments.HandleAsync(command.AssessmentId, AssessmentAccess.Answer, ct) is { Succeeded: false } unknown) return unknown;

        await using var hold = await db.HoldAsync(command.AssessmentId, ct);
        var assessment = await assessments.HandleAsync(command.AssessmentId, AssessmentAccess.Answer, ct);
        var stored = await (from evidence in db.Evidence
                            join answer in db.Answers on evidence.AnswerId equals answer.Id
                            where evidence.Id == command.EvidenceId && answer.AssessmentId == command.AssessmentId
                            select new { Item = evidence, answer.Indicator, answer.HolderId }).FirstOrDefaultAsync(ct);
        if (stored is null) return Result.NotFound();
        if (stored.Item.RemovedAt is not null) return Result.Ok;
        if (AnswerRules.Edit(assessment.Value!, stored.HolderId, actor.Current) is { Succeeded: false } refused) return refused;
        if (stored.Item.Version != command.Version) return Result.Stale();

        stored.Item.Remove(clock.UtcNow);
        audit.Record(new EvidenceRemoved($"{assessment.Value!.Subject}/{stored.Indicator}", stored.Item.Id, stored.Item.Name));
        await db.SaveChangesAsync(ct);
        await hold.CommitAsync(ct);
        return Result.Ok;
    }
}
