using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Rounds;

/// <summary>An award round ranked, with what people decided otherwise so far.</summary>
public sealed record RankedAwardRound(RankedAward Ranked, IReadOnlyList<AwardDeparture> Departures);

/// <summary>Ranks an award round by the published results as they are now.</summary>
public sealed class RankAwardRound(TenantDbContext db, AwardShelf shelf, RankAward rank)
{
    public async Task<RankedAwardRound> HandleAsync(AwardRoundRef round, CancellationToken ct)
    {
        var award = await shelf.GetAsync(round.AwardVersionId, ct);
        var ranked = await rank.HandleAsync(award, round.RoundId, round.PreviousRoundId, RankAward.NoScores, ct);
        var departures = await db.AwardDepartures.AsNoTracking().Where(d => d.AwardRoundId == round.Id && d.TakenBackAt == null).OrderBy(d => d.Id).ToListAsync(ct);
        return new RankedAwardRound(ranked, departures);
    }
}
