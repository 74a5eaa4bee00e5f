using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;

namespace DgccAssess.Core.Features.Awards.Rounds;

/// <param name="AwardRound">Its code.</param>
/// <param name="Reason">Why the sealed list is not the last word.</param>
/// <param name="Version">Of the award round.</param>
public sealed record ReopenAwardCommand(string AwardRound, string Reason, int? Version);

public sealed record AwardReopened(string Code, string Reason) : AuditFact($"award-rounds/{Code}");

/// <summary>Goes back to the decision while nothing is public; the sealed list stays as it was, and the next is a further one with a reason.</summary>
public sealed class ReopenAward(ChangeAwardRound change, AuditTrail audit, TimeProvider clock)
{
    public Task<Result> HandleAsync(ReopenAwardCommand command, CancellationToken ct = default)
    {
        var reason = command.Reason.Trim();
        return change.HandleAsync(command.AwardRound, command.Version, round => round.Stage is AwardStage.Deciding, round =>
        {
            var problems = DepartureRules.CheckReason(reason).ToList();
            if (problems.Count > 0) return Task.FromResult(Result.Invalid(problems));
            var reopened = round.Reopen(clock.UtcNow);
            if (reopened.Succeeded) audit.Record(new AwardReopened(round.Code, reason));
            return Task.FromResult(reopened);
        }, ct);
    }
}
