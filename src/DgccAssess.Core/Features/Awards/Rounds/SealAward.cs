using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Rounds;

/// <param name="AwardRound">Its code.</param>
/// <param name="RankingHash">Of the ranking the organizer saw: what is sealed is what was looked at.</param>
/// <param name="TypedCode">The award round's code as typed by the person, who thereby says which is meant.</param>
/// <param name="RevealAt">When the list opens by itself; null: by hand.</param>
/// <param name="ObjectionDays">Days after the reveal in which agencies may object.</param>
/// <param name="Reason">Why it is sealed again; needed from the second time on.</param>
/// <param name="Version">Of the award round.</param>
public sealed record SealAwardCommand(string AwardRound, string RankingHash, string TypedCode, DateTime? RevealAt, int? ObjectionDays, string? Reason, int? Version);

public sealed record AwardSealed(string Code, int Number, string Hash, int Prizes, DateTime? RevealAt) : AuditFact($"award-rounds/{Code}");

/// <summary>Fixes the list of winners until the ceremony: what it came from is kept with it, and nothing of it changes any more.</summary>
public sealed class SealAward(TenantDbContext db, FindAwardRound find, RankAwardRound rank, DecideAward decide, ChangeAwardRound change, AuditTrail audit, TimeProvider clock)
{
    public const int MaxObjectionDays = 90;

    public async Task<Result> HandleAsync(SealAwardCommand command, CancellationToken ct = default)
    {
        if (await find.HandleAsync(command.AwardRound, ct) is not { } found) return Result.NotFound();
        var sealedBefore = await db.AwardDecisions.AnyAsync(d => d.AwardRoundId == found.Id, ct);
        var reason = command.Reason?.Trim() ?? "";
        return await change.HandleAsync(command.AwardRound, command.Version, round => round.Stage is AwardStage.Sealed, async round =>
        {
            if (round.Stage is not AwardStage.Deciding) return Result.Conflict(AwardRoundMessages.WrongStage);
            var problems = Check(command, round.Code, sealedBefore, reason).ToList();
            if (problems.Count > 0) return Result.Invalid(problems);
            var ranked = await rank.HandleAsync(found, ct);
            if (ranked.Ranked.Hash != command.RankingHash) return Result.Conflict(AwardRoundMessages.RankingChanged);

            var sealing = round.Seal(command.RevealAt, command.ObjectionDays!.Value, clock.UtcNow);
            if (!sealing.Succeeded) return sealing;
            var decision = await decide.AddAsync(found, ranked, sealedBefore ? reason : null, ct);
            audit.Record(new AwardSealed(round.Code, decision.Number, decision.Hash, SealedAward.Read(decision.Document).Categories.Sum(c => c.Prizes.Count), command.RevealAt));
            return Result.Ok;
        }, ct);
    }

    private IEnumerable<Problem> Check(SealAwardCommand command, string code, bool sealedBefore, string reason)
    {
        if (command.RevealAt <= clock.UtcNow) yield return new(nameof(command.RevealAt), AwardRoundMessages.DuePast);
        if (command.ObjectionDays is not (>= 0 and <= MaxObjectionDays)) yield return new(nameof(command.ObjectionDays), AwardRoundMessages.ObjectionDaysRange, MaxObjectionDays);
        if (sealedBefore)
        {
            foreach (var problem in DepartureRules.CheckReason(reason)) yield return problem;
        }

        if (command.TypedCode.Trim() != code) yield return new(nameof(command.TypedCode), AwardRoundMessages.CodeMismatch, code);
    }
}
