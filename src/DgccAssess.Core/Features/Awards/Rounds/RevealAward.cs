using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;

namespace DgccAssess.Core.Features.Awards.Rounds;

/// <param name="AwardRound">Its code.</param>
/// <param name="RevealAt">The instant from which the list is public; null: now.</param>
/// <param name="Version">Of the award round.</param>
public sealed record RevealAwardCommand(string AwardRound, DateTime? RevealAt, int? Version);

/// <param name="Code">Of the award round.</param>
/// <param name="At">Null: at once.</param>
public sealed record AwardRevealSet(string Code, DateTime? At) : AuditFact($"award-rounds/{Code}");

/// <summary>Opens the sealed list to everybody, at once or at an instant to come; until then that can be moved.</summary>
public sealed class RevealAward(ChangeAwardRound change, AuditTrail audit, TimeProvider clock)
{
    public Task<Result> HandleAsync(RevealAwardCommand command, CancellationToken ct = default) => change.HandleAsync(
        command.AwardRound, command.Version, round => command.RevealAt is { } at ? round.RevealAt == at : round.Stage is AwardStage.Revealed,
        round =>
        {
            if (command.RevealAt <= clock.UtcNow) return Task.FromResult(Result.Invalid(nameof(command.RevealAt), AwardRoundMessages.DuePast));
            var revealed = round.Reveal(command.RevealAt, clock.UtcNow);
            if (revealed.Succeeded) audit.Record(new AwardRevealSet(round.Code, command.RevealAt));
            return Task.FromResult(revealed);
        },
        ct);
}
