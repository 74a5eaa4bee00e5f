using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing.Publishing;
using DgccAssess.Core.Jobs;
using DgccAssess.Core.Security;

namespace DgccAssess.Core.Features.Sharing.Practices;

/// <param name="Round">Its code.</param>
/// <param name="Agency">Its code.</param>
/// <param name="Question">Its code.</param>
/// <param name="Texts">In languages of the space.</param>
/// <param name="Version">The version the form was made from.</param>
public sealed record RewordPracticeCommand(string Round, string Agency, string Question, IReadOnlyList<TypedPractice> Texts, int? Version);

/// <summary>Puts another text in the place of the proposed one, or proposes again what was declined or taken back. A consent to the text before is gone, and with it the text from the hub.</summary>
public sealed class RewordPractice(TenantDbContext db, FindPractice find, NamedAgencies named, Outbox outbox, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(RewordPracticeCommand command, CancellationToken ct = default)
    {
        if (!actor.Current.Can(Permissions.SharingDecide)) return Result.Forbidden();
        if (command.Version is not { } version) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        if (await find.HandleAsync(command.Round, command.Agency, command.Question, ct) is not { Practice: var practice } found) return Result.NotFound();
        var texts = PracticeRules.Texts(command.Texts, db.Space.Settings.Languages);
        if (!texts.Succeeded) return texts;
        if (practice.State is PracticeState.Proposed or PracticeState.Agreed && practice.Texts.Equals(texts.Value)) return Result.Ok;
        if (practice.Version != version) return Result.Stale();
        if (!await named.HoldAsync(command.Round, command.Agency, ct)) return Result.Conflict(PracticeMessages.NotNamed);

        if (practice.State is PracticeState.Agreed) outbox.Add<SettleRound, SettleRoundArgs>(new(command.Round));
        practice.Propose(texts.Value!, actor.Current.Name, clock.UtcNow);
        audit.Record(new PracticeProposed(found.Subject, practice.Question, practice.Sha256));
        return await db.SaveOrStaleAsync(ct);
    }
}
