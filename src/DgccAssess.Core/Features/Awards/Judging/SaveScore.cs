using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Awards;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Judging;

/// <param name="AwardRound">Its code.</param>
/// <param name="Agency">Whose nomination.</param>
/// <param name="Scores">Points by criterion; null where none could be read.</param>
/// <param name="Remark">Why.</param>
/// <param name="Version">Of the juror's score; 0 for the first.</param>
public sealed record SaveScoreCommand(string AwardRound, string Agency, IReadOnlyDictionary<string, decimal?> Scores, string Remark, int? Version);

/// <summary>That there is a score, never which: the trail is read by others.</summary>
public sealed record ScoreSaved(string Nomination) : AuditFact(Nomination);

/// <summary>Keeps what a juror gives a nomination, alone; it may be changed until all scores open.</summary>
public sealed class SaveScore(TenantDbContext db, FindSeat find, AwardShelf shelf, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public const int RemarkLength = 4000;

    /// <summary>Digits behind the point.</summary>
    private const int Decimals = 2;

    public async Task<Result> HandleAsync(SaveScoreCommand command, CancellationToken ct = default)
    {
        if (command.Version is not { } version) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        var found = await find.HandleAsync(command.AwardRound, command.Agency, ct);
        if (!found.Succeeded) return found;
        var rules = (await shelf.GetAsync(found.Value!.Round.AwardVersionId, ct)).Document.Award.Jury!;
        var (remark, problems) = (command.Remark.Trim(), Check(rules, command).ToList());
        if (problems.Count > 0) return Result.Invalid(problems);

        // All in and open is judged under the same hold: no score comes after it.
        await using var hold = await db.HoldAwardAsync(found.Value.Round.Id, ct);
        found = await find.HandleAsync(command.AwardRound, command.Agency, ct);
        if (!found.Succeeded) return found;
        if (!found.Value!.IsOpen) return Result.Conflict(AwardRoundMessages.ScoresClosed);
        if (found.Value.Seat.State is SeatState.Recused) return Result.Conflict(AwardRoundMessages.Recused);

        IReadOnlyList<CriterionScore> scores = [.. rules.Criteria.Select(c => new CriterionScore(c.Code, command.Scores[c.Code]!.Value))];
        var (nomination, juror) = (found.Value.Seat.Nomination.Id, actor.Current.Id);
        var stored = await db.JuryScores.FirstOrDefaultAsync(s => s.NominationId == nomination && s.JurorId == juror, ct);
        if (stored is not null && stored.Scores.SequenceEqual(scores) && stored.Remark == remark) return Result.Ok;
        if ((stored?.Version ?? 0) != version) return Result.Stale();

        if (stored is null) db.JuryScores.Add(JuryScore.Create(clock.NewId(), nomination, juror, scores, remark, clock.UtcNow));
        else stored.Save(scores, remark, clock.UtcNow);
        audit.Record(new ScoreSaved(found.Value.Subject));
        await db.SaveChangesAsync(ct);
        await hold.CommitAsync(ct);
        return Result.Ok;
    }

    private static IEnumerable<Problem> Check(Jury rules, SaveScoreCommand command)
    {
        for (var i = 0; i < rules.Criteria.Count; i++)
        {
            if (command.Scores.GetValueOrDefault(rules.Criteria[i].Code) is not { } points || points < rules.From || points > rules.To || decimal.Round(points, Decimals) != points)
                yield return new($"Scores[{i}].Points", AwardRoundMessages.PointsRange, rules.From, rules.To);
        }

        if (command.Remark.Trim().Length > RemarkLength) yield return new(nameof(command.Remark), Messages.TooLong, RemarkLength);
    }
}
