using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Rounds;

/// <param name="AwardRound">Its code.</param>
/// <param name="Id">Of the departure.</param>
/// <param name="Version">Of the award round.</param>
public sealed record TakeBackDepartureCommand(string AwardRound, Guid Id, int? Version);

public sealed record DepartureTakenBack(string Code, string Category, string Agency) : AuditFact($"award-rounds/{Code}");

/// <summary>Lets the ranking decide again about an agency in a category.</summary>
public sealed class TakeBackDeparture(TenantDbContext db, FindAwardRound find, ChangeAwardRound change, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(TakeBackDepartureCommand command, CancellationToken ct = default)
    {
        if (await find.HandleAsync(command.AwardRound, ct) is not { } found) return Result.NotFound();
        if (await db.AwardDepartures.FirstOrDefaultAsync(d => d.Id == command.Id && d.AwardRoundId == found.Id, ct) is not { } departure) return Result.NotFound();
        if (departure.TakenBackAt is not null) return Result.Ok;

        return await change.HandleAsync(command.AwardRound, command.Version, _ => false, async round =>
        {
            if (round.Stage is not AwardStage.Deciding) return Result.Conflict(AwardRoundMessages.WrongStage);
            var held = await db.AwardDepartures.SingleAsync(d => d.Id == command.Id, ct);
            held.TakeBack(clock.UtcNow);
            audit.Record(new DepartureTakenBack(round.Code, held.Category, held.Agency));
            return Result.Ok;
        }, ct);
    }
}
