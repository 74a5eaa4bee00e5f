using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;

namespace DgccAssess.Core.Features.Sharing.Practices;

/// <param name="Assessment">As the page found it in this request.</param>
/// <param name="Question">Its code.</param>
/// <param name="Note">To whoever proposed it.</param>
/// <param name="Version">The version that was read.</param>
public sealed record DeclinePracticeCommand(AssessmentRef Assessment, string Question, string? Note, int? Version);

/// <summary>The agency says no; nobody outside learns that it was asked.</summary>
public sealed class DeclinePractice(TenantDbContext db, FindPractice find, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(DeclinePracticeCommand command, CancellationToken ct = default)
    {
        var (assessment, who) = (command.Assessment, actor.Current);
        if (!AssessmentRules.Allows(who, assessment.AgencyId, isAssessor: false, AssessmentAccess.Coordinate)) return Result.Forbidden();
        if (command.Version is not { } version) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        if (await find.HandleAsync(assessment.Round, assessment.Agency, command.Question, ct) is not { Practice: var practice } found) return Result.NotFound();
        var note = PracticeRules.NoteOf(command.Note);
        if (!note.Succeeded) return note;
        if (practice.State is PracticeState.Declined && practice.Note == note.Value) return Result.Ok;
        if (practice.Version != version) return Result.Stale();

        var declined = practice.Decline(note.Value, who.Name, clock.UtcNow);
        if (!declined.Succeeded) return declined;
        audit.Record(new PracticeDeclined(found.Subject, practice.Question, note.Value));
        return await db.SaveOrStaleAsync(ct);
    }
}
