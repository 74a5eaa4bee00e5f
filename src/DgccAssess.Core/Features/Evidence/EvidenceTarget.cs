using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Evidence;

/// <summary>The answer evidence is meant for, once it is known that the actor may add to it now.</summary>
public sealed record EvidenceTarget(Guid AnswerId, string Subject);

/// <summary>What must hold before evidence is added: the answer is there, it is one's own agency's, it isn't locked, it isn't full.</summary>
public sealed class FindEvidenceTarget(TenantDbContext db, FindAssessment assessments)
{
    public async Task<Result<EvidenceTarget>> HandleAsync(Guid assessmentId, string indicator, Guid newId, CancellationToken ct)
    {
        var found = await assessments.HandleAsync(assessmentId, AssessmentAccess.Answer, ct);
        if (!found.Succeeded) return Result<EvidenceTarget>.From(found);

        var assessment = found.Value!;
        var answer = await db.Answers.Where(a => a.AssessmentId == assessment.Id && a.Indicator == indicator).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(ct);
        if (answer is not { } answerId) return Result<EvidenceTarget>.From(Result.NotFound());
        if (assessment.Status is not AssessmentStatus.Answering) return Result<EvidenceTarget>.From(Result.Conflict(Messages.AssessmentLocked));

        // A repeat adds nothing, so it is never one too many.
        var others = await db.Evidence.CountAsync(e => e.AnswerId == answerId && e.RemovedAt == null && e.Id != newId, ct);
        return others < EvidenceFiles.MaxItems
            ? new EvidenceTarget(answerId, $"{assessment.Subject}/{indicator}")
            : Result<EvidenceTarget>.From(Result.Conflict(EvidenceMessages.TooMany, EvidenceFiles.MaxItems));
    }
}
