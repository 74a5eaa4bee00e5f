using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Features.Sharing.Publishing;
using DgccAssess.Core.Jobs;
using DgccAssess.Core.Security;

namespace DgccAssess.Core.Features.Sharing.Practices;

/// <param name="Assessment">As the page found it in this request.</param>
/// <param name="Question">Its code.</param>
/// <param name="Confirmed">The agency says that this very text may be read in Korea under its name.</param>
/// <param name="Version">The version that was read.</param>
public sealed record AgreeToPracticeCommand(AssessmentRef Assessment, string Question, bool Confirmed, int? Version);

/// <summary>The agency agrees to the text as it stands; what Korea sees follows by itself, where the round is shared with named agencies.</summary>
public sealed class AgreeToPractice(TenantDbContext db, FindPractice find, Outbox outbox, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(AgreeToPracticeCommand command, CancellationToken ct = default)
    {
        var (assessment, who) = (command.Assessment, actor.Current);
        if (!AssessmentRules.Allows(who, assessment.AgencyId, isAssessor: false, AssessmentAccess.Coordinate)) return Result.Forbidden();
        if (command.Version is not { } version) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        if (await find.HandleAsync(assessment.Round, assessment.Agency, command.Question, ct) is not { Practice: var practice } found) return Result.NotFound();
        if (practice.State is PracticeState.Agreed && practice.Version == version + 1) return Result.Ok;
        // Whoever read another text agreed to nothing that is here.
        if (practice.Version != version) return Result.Stale();
        if (!command.Confirmed) return Result.Invalid(nameof(command.Confirmed), PracticeMessages.NotConfirmed);

        var agreed = practice.Agree(who.Name, clock.UtcNow);
        if (!agreed.Succeeded) return agreed;
        audit.Record(new PracticeAgreed(found.Subject, practice.Question, practice.Sha256));
        outbox.Add<SettleRound, SettleRoundArgs>(new(assessment.Round));
        return await db.SaveOrStaleAsync(ct);
    }
}
