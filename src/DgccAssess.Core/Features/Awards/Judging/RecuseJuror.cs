using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Judging;

/// <param name="AwardRound">Its code.</param>
/// <param name="Agency">Whose nomination.</param>
/// <param name="Juror">Who stands aside; the organizer may say so of anybody, a juror of themselves.</param>
/// <param name="Reason">The interest.</param>
public sealed record RecuseJurorCommand(string AwardRound, string Agency, Guid Juror, string Reason) : ICreation;

public sealed record JurorRecused(string Nomination, Guid Juror, string Reason) : AuditFact(Nomination);

/// <summary>Sets a juror with an interest aside for one nomination; a score given before does not count. It stays.</summary>
public sealed class RecuseJuror(TenantDbContext db, FindAwardRound find, ReadJury jury, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(RecuseJurorCommand command, CancellationToken ct = default)
    {
        if (await find.HandleAsync(command.AwardRound, ct) is not { } round) return Result.NotFound();
        var organizes = actor.Current.Can(Permissions.AwardsOrganize);
        if (!organizes && command.Juror != actor.Current.Id) return Result.Forbidden();
        var reason = command.Reason.Trim();
        var problems = DepartureRules.CheckReason(reason).ToList();
        if (problems.Count > 0) return Result.Invalid(problems);

        await using var hold = await db.HoldAwardAsync(round.Id, ct);
        round = (await find.HandleAsync(command.AwardRound, ct))!;
        var seat = (await jury.HandleAsync(round, ct)).SeatsOf(command.Juror).FirstOrDefault(s => s.Nomination.Agency == command.Agency);
        if (seat is null) return Result.NotFound();
        if (seat.State is SeatState.Recused) return Result.Ok;
        if (round is not { Stage: AwardStage.Jury, IsUnsealed: false }) return Result.Conflict(AwardRoundMessages.ScoresClosed);

        db.Recusals.Add(new Recusal { NominationId = seat.Nomination.Id, JurorId = command.Juror, Reason = reason, ByName = actor.Current.Name, At = clock.UtcNow });
        audit.Record(new JurorRecused($"{round.Subject}/nominations/{command.Agency}", command.Juror, reason));
        await db.SaveChangesAsync(ct);
        await hold.CommitAsync(ct);
        return Result.Ok;
    }
}
