using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;

namespace DgccAssess.Core.Features.Awards.Rounds;

/// <param name="AwardRound">Its code.</param>
/// <param name="DueAt">Last instant of nominations; needed where a category asks jurors.</param>
/// <param name="Version">Of the award round.</param>
public sealed record BeginAwardRoundCommand(string AwardRound, DateTime? DueAt, int? Version);

public sealed record AwardRoundBegun(string Code, AwardStage Stage, DateTime? NominationsDueAt) : AuditFact($"award-rounds/{Code}");

/// <summary>Leaves the draft: opens nominations where a category asks jurors, else goes on to the decision.</summary>
public sealed class BeginAwardRound(ChangeAwardRound change, AuditTrail audit, TimeProvider clock)
{
    public Task<Result> HandleAsync(BeginAwardRoundCommand command, CancellationToken ct = default) => change.HandleAsync(
        command.AwardRound, command.Version, round => round.Stage is AwardStage.Nominations or AwardStage.Deciding,
        round =>
        {
            if (round is { HasJury: true, Stage: AwardStage.Draft })
            {
                if (command.DueAt is not { } due) return Task.FromResult(Result.Invalid(nameof(command.DueAt), AwardRoundMessages.DueMissing));
                if (due <= clock.UtcNow) return Task.FromResult(Result.Invalid(nameof(command.DueAt), AwardRoundMessages.DuePast));
            }

            var begun = round.Begin(command.DueAt, clock.UtcNow);
            if (begun.Succeeded) audit.Record(new AwardRoundBegun(round.Code, round.Stage, round.NominationsDueAt));
            return Task.FromResult(begun);
        },
        ct);
}
