using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Awards;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Rounds;

/// <param name="AwardRound">Its code.</param>
/// <param name="Departure">What is decided otherwise.</param>
/// <param name="Reason">Why.</param>
/// <param name="Id">Made with the form, so that a repeated post adds nothing.</param>
/// <param name="Version">Of the award round.</param>
public sealed record DepartFromRankingCommand(string AwardRound, Departure Departure, string Reason, Guid Id, int? Version);

public sealed record RankingDepartedFrom(string Code, string Category, string Agency, DepartureKind Kind, string? Level, string Reason) : AuditFact($"award-rounds/{Code}");

/// <summary>Records a decision that differs from the ranking, with its reason; another one for the same agency in the category takes its place.</summary>
public sealed class DepartFromRanking(TenantDbContext db, FindAwardRound find, RankAwardRound rank, ChangeAwardRound change, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(DepartFromRankingCommand command, CancellationToken ct = default)
    {
        if (await find.HandleAsync(command.AwardRound, ct) is not { } found) return Result.NotFound();
        var reason = command.Reason.Trim();
        var ranked = await rank.HandleAsync(found, ct);
        var problems = DepartureRules.Check(ranked.Ranked, command.Departure, reason).ToList();
        if (problems.Count > 0) return Result.Invalid(problems);
        if (await db.AwardDepartures.AsNoTracking().FirstOrDefaultAsync(d => d.Id == command.Id, ct) is { } stored) return stored.AwardRoundId == found.Id ? Result.Ok : Result.Stale();

        return await change.HandleAsync(command.AwardRound, command.Version, _ => false, async round =>
        {
            if (round.Stage is not AwardStage.Deciding) return Result.Conflict(AwardRoundMessages.WrongStage);
            await AddAsync(round, command.Id, command.Departure, reason, ct);
            return Result.Ok;
        }, ct);
    }

    /// <summary>Adds it to the save that is under way.</summary>
    internal async Task<AwardDeparture> AddAsync(AwardRound round, Guid id, Departure departure, string reason, CancellationToken ct)
    {
        var earlier = await db.AwardDepartures
            .Where(d => d.AwardRoundId == round.Id && d.Category == departure.Category && d.Agency == departure.Candidate && d.TakenBackAt == null).ToListAsync(ct);
        earlier.ForEach(d => d.TakeBack(clock.UtcNow));
        var added = AwardDeparture.Create(id, round.Id, departure, reason, actor.Current.Name, clock.UtcNow);
        db.AwardDepartures.Add(added);
        audit.Record(new RankingDepartedFrom(round.Code, departure.Category, departure.Candidate, departure.Kind, departure.Level, reason));
        return added;
    }
}
