using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Nominations;

/// <param name="AwardRound">Its code.</param>
/// <param name="Statement">Why the agency should win.</param>
/// <param name="Version">Of the nomination; 0 for the first.</param>
public sealed record SaveNominationCommand(string AwardRound, string Statement, int? Version);

public sealed record NominationSaved(string Nomination) : AuditFact(Nomination);

/// <summary>Nominates the coordinator's own agency, or changes its statement, until nominations close.</summary>
public sealed class SaveNomination(TenantDbContext db, FindOwnNomination find, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public const int StatementLength = 8000;

    public async Task<Result> HandleAsync(SaveNominationCommand command, CancellationToken ct = default)
    {
        if (command.Version is null) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        var found = await find.HandleAsync(command.AwardRound, ct);
        if (!found.Succeeded) return found;
        var (own, statement) = (found.Value!, command.Statement.Trim());
        if (own.Nomination is { WithdrawnAt: null } held && held.Statement == statement) return Result.Ok;
        if (!own.IsOpen) return Result.Conflict(AwardRoundMessages.NominationsClosed);
        if ((own.Nomination?.Version ?? 0) != command.Version) return Result.Stale();
        if (statement.Length == 0) return Result.Invalid(nameof(command.Statement), AwardRoundMessages.StatementMissing);
        if (statement.Length > StatementLength) return Result.Invalid(nameof(command.Statement), Messages.TooLong, StatementLength);

        if (await db.Nominations.FirstOrDefaultAsync(n => n.AwardRoundId == own.Round.Id && n.AgencyId == own.AgencyId, ct) is { } stored)
        {
            stored.Save(statement, actor.Current.Name, clock.UtcNow);
        }
        else
        {
            db.Nominations.Add(Nomination.Create(clock.NewId(), own.Round.Id, own.AgencyId, statement, actor.Current.Name, clock.UtcNow));
        }

        audit.Record(new NominationSaved(own.Subject));
        return await db.SaveOrStaleAsync(ct);
    }
}
