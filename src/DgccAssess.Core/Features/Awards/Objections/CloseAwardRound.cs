using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Objections;

/// <param name="AwardRound">Its code.</param>
/// <param name="Version">Of the award round.</param>
public sealed record CloseAwardRoundCommand(string AwardRound, int? Version);

public sealed record AwardRoundClosed(string Code) : AuditFact($"award-rounds/{Code}");

/// <summary>Makes the list final, once the days for objections are over and each is answered.</summary>
public sealed class CloseAwardRound(TenantDbContext db, ChangeAwardRound change, AuditTrail audit, TimeProvider clock)
{
    public Task<Result> HandleAsync(CloseAwardRoundCommand command, CancellationToken ct = default) => change.HandleAsync(
        command.AwardRound, command.Version, round => round.Stage is AwardStage.Closed, async round =>
        {
            if (round.StageOn(clock.UtcNow) is AwardStage.Revealed && clock.UtcNow <= round.ObjectionsDueAt) return Result.Conflict(AwardRoundMessages.WindowOpen);
            if (await db.AwardObjections.AnyAsync(o => o.AwardRoundId == round.Id && o.IsUpheld == null, ct)) return Result.Conflict(AwardRoundMessages.ObjectionsOpen);
            var closed = round.Close(clock.UtcNow);
            if (closed.Succeeded) audit.Record(new AwardRoundClosed(round.Code));
            return closed;
        }, ct);
}
