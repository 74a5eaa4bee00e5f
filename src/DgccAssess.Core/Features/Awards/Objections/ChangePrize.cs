using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Scoring.Awards;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Objections;

/// <param name="AwardRound">Its code.</param>
/// <param name="Departure">The prize given or withdrawn.</param>
/// <param name="Reason">Why; it is public.</param>
/// <param name="Id">Made with the form, so that a repeated post changes nothing twice.</param>
/// <param name="Version">Of the award round.</param>
public sealed record ChangePrizeCommand(string AwardRound, Departure Departure, string Reason, Guid Id, int? Version);

public sealed record PrizeChanged(string Code, int Number, string Hash, string Reason) : AuditFact($"award-rounds/{Code}");

/// <summary>Gives or withdraws a prize after the reveal: a further version of the list with its reason; the earlier ones stay. What was ranked stays what was sealed.</summary>
public sealed class ChangePrize(TenantDbContext db, FindAwardRound find, RankAwardRound rank, DepartFromRanking depart, DecideAward decide, ChangeAwardRound change, AuditTrail audit)
{
    public async Task<Result> HandleAsync(ChangePrizeCommand command, CancellationToken ct = default)
    {
        if (await find.HandleAsync(command.AwardRound, ct) is not { } found) return Result.NotFound();
        if (found.Stage is not AwardStage.Revealed) return Result.Conflict(AwardRoundMessages.WrongStage);
        var reason = command.Reason.Trim();
        var ranked = await rank.HandleAsync(found, ct);
        var problems = DepartureRules.Check(ranked.Ranked, command.Departure, reason).ToList();
        if (problems.Count > 0) return Result.Invalid(problems);
        if (await db.AwardDepartures.AsNoTracking().FirstOrDefaultAsync(d => d.Id == command.Id, ct) is { } stored) return stored.AwardRoundId == found.Id ? Result.Ok : Result.Stale();

        return await change.HandleAsync(command.AwardRound, command.Version, _ => false, async round =>
        {
            var added = await depart.AddAsync(round, command.Id, command.Departure, reason, ct);
            var departures = ranked.Departures.Where(d => d.Category != added.Category || d.Agency != added.Agency).Append(added).ToList();
            var decision = await decide.AddAsync(found, ranked with { Departures = departures }, reason, ct);
            audit.Record(new PrizeChanged(round.Code, decision.Number, decision.Hash, reason));
            return Result.Ok;
        }, ct);
    }
}
