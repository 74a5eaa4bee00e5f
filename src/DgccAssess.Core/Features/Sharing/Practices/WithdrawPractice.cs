using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Features.Sharing.Publishing;
using DgccAssess.Core.Jobs;
using DgccAssess.Core.Security;

namespace DgccAssess.Core.Features.Sharing.Practices;

/// <param name="Round">Its code.</param>
/// <param name="Agency">Its code.</param>
/// <param name="Question">Its code.</param>
/// <param name="Note">Why.</param>
/// <param name="Version">The version that was read.</param>
public sealed record WithdrawPracticeCommand(string Round, string Agency, string Question, string? Note, int? Version);

/// <summary>Takes a practice back, by the agency or by whoever decides on sharing: every version that holds its text leaves the hub.</summary>
public sealed class WithdrawPractice(TenantDbContext db, FindPractice find, Outbox outbox, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(WithdrawPracticeCommand command, CancellationToken ct = default)
    {
        var who = actor.Current;
        if (await find.HandleAsync(command.Round, command.Agency, command.Question, ct) is not { Practice: var practice } found) return Result.NotFound();
        if (!who.Can(Permissions.SharingDecide) && !AssessmentRules.Allows(who, found.AgencyId, isAssessor: false, AssessmentAccess.Coordinate)) return Result.Forbidden();
        if (command.Version is not { } version) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        if (practice.State is PracticeState.Withdrawn) return Result.Ok;
        var note = PracticeRules.NoteOf(command.Note);
        if (!note.Succeeded) return note;
        if (practice.Version != version) return Result.Stale();

        var withdrawn = practice.Withdraw(note.Value, who.Name, clock.UtcNow);
        if (!withdrawn.Succeeded) return withdrawn;
        audit.Record(new PracticeWithdrawn(found.Subject, practice.Question, note.Value));
        outbox.Add<SettleRound, SettleRoundArgs>(new(found.Round));
        return await db.SaveOrStaleAsync(ct);
    }
}
