using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Nominations;

/// <param name="AwardRound">Its code.</param>
/// <param name="Version">Of the nomination.</param>
public sealed record WithdrawNominationCommand(string AwardRound, int? Version);

public sealed record NominationWithdrawn(string Nomination) : AuditFact(Nomination);

/// <summary>Takes the agency's nomination back, until nominations close.</summary>
public sealed class WithdrawNomination(TenantDbContext db, FindOwnNomination find, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(WithdrawNominationCommand command, CancellationToken ct = default)
    {
        if (command.Version is null) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        var found = await find.HandleAsync(command.AwardRound, ct);
        if (!found.Succeeded) return found;
        if (found.Value!.Nomination is not { } held) return Result.NotFound();
        if (held.WithdrawnAt is not null) return Result.Ok;
        if (!found.Value.IsOpen) return Result.Conflict(AwardRoundMessages.NominationsClosed);
        if (held.Version != command.Version) return Result.Stale();

        (await db.Nominations.SingleAsync(n => n.Id == held.Id, ct)).Withdraw(actor.Current.Name, clock.UtcNow);
        audit.Record(new NominationWithdrawn(found.Value.Subject));
        return await db.SaveOrStaleAsync(ct);
    }
}
