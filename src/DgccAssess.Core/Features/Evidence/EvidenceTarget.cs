using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Evidence;

/// <summary>The answer evidence is meant for, once it is known that the actor may add to it now.</summary>
public sealed record EvidenceTarget(Guid AnswerId, string Subject);

/// <summary>What must hold before evidence is added: the answer is there, the actor may change it now, it isn't full.</summary>
public sealed class FindEvidenceTarget(TenantDbContext db, FindAssessment assessments, ActorContext actor)
{
    public async Task<Result<EvidenceTarget>> HandleAsync(Guid assessmentId, string indicator, Guid newId, CancellationToken ct)
    {
        var found = await assessments.HandleAsync(assessmentId, AssessmentAccess.Answer, ct);
        if (!found.Succeeded) return Result<EvidenceTarget>.From(found);

        var assessment = found.Value!;
        var answer = await db.Answers.Where(a => a.AssessmentId == assessment.Id && a.Indicator == indicator)
            .Select(a => new { a.Id, a.HolderId }).FirstOrDefaultAsync(ct);
        if (answer is null) return Result<EvidenceTarget>.From(Result.NotFound());
        if (AnswerRules.Edit(assessment, answer.HolderId, actor.Current) is { Succeeded: false } refused) return Result<EvidenceTarget>.From(refused);

        // A repeat adds nothing, so it is never one too many.
        var others = await db.Evidence.CountAsync(e => e.AnswerId == answer.Id && e.RemovedAt == null && e.Id != newId, ct);
        return others < EvidenceFiles.MaxItems
            ? new EvidenceTarget(answer.Id, $"{assessment.Subject}/{indicator}")
            : Result<EvidenceTarget>.From(Result.Conflict(EvidenceMessages.TooMany, EvidenceFiles.MaxItems));
    }
}
