using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;

namespace DgccAssess.Core.Features.Awards.Judging;

public enum JuryStep
{
    /// <summary>Nominations close, scoring begins.</summary>
    Open,

    /// <summary>All scores are in: they open to all at once.</summary>
    Unseal,

    /// <summary>The talk is over, the decision begins.</summary>
    Finish,
}

/// <param name="AwardRound">Its code.</param>
/// <param name="Step">What happens.</param>
/// <param name="Version">Of the award round.</param>
public sealed record MoveJuryCommand(string AwardRound, JuryStep Step, int? Version);

public sealed record JuryMoved(string Code, JuryStep Step) : AuditFact($"award-rounds/{Code}");

/// <summary>Takes an award round through its jury.</summary>
public sealed class MoveJury(TenantDbContext db, FindAwardRound find, ReadJury jury, ChangeAwardRound change, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(MoveJuryCommand command, CancellationToken ct = default)
    {
        if (await find.HandleAsync(command.AwardRound, ct) is not { } found) return Result.NotFound();
        await using var hold = await db.HoldAwardAsync(found.Id, ct);
        var moved = await change.HandleAsync(command.AwardRound, command.Version, round => IsDone(round, command.Step), async round =>
        {
            var state = await jury.HandleAsync(found, ct);
            if (Gate(command.Step, state, round) is { Succeeded: false } refused) return refused;
            var step = command.Step switch
            {
                JuryStep.Open => round.OpenJury(clock.UtcNow),
                JuryStep.Unseal => round.Unseal(clock.UtcNow),
                _ => round.Decide(clock.UtcNow),
            };
            if (step.Succeeded) audit.Record(new JuryMoved(round.Code, command.Step));
            return step;
        }, ct);
        if (moved.Succeeded) await hold.CommitAsync(ct);
        return moved;
    }

    private Result Gate(JuryStep step, JuryState state, AwardRound round) => step switch
    {
        JuryStep.Open when clock.UtcNow <= round.NominationsDueAt => Result.Conflict(AwardRoundMessages.NominationsOpen),
        JuryStep.Open when state.Unseated.Any() => Result.Conflict(AwardRoundMessages.NominationUnseated, string.Join(", ", state.Unseated.Select(n => n.Agency))),
        JuryStep.Unseal when !state.AllIn => Result.Conflict(AwardRoundMessages.ScoresMissing, state.Missing),
        _ => Result.Ok,
    };

    private static bool IsDone(AwardRound round, JuryStep step) => step switch
    {
        JuryStep.Open => round.Stage is AwardStage.Jury,
        JuryStep.Unseal => round.UnsealedAt is not null,
        _ => round.Stage is AwardStage.Deciding,
    };
}
