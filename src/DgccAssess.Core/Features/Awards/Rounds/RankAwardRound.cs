using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Judging;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Rounds;

/// <summary>An award round ranked, with what people decided otherwise so far.</summary>
public sealed record RankedAwardRound(RankedAward Ranked, IReadOnlyList<AwardDeparture> Departures);

/// <summary>Ranks an award round by the published results as they are now; once sealed, by those that were sealed.</summary>
public sealed class RankAwardRound(TenantDbContext db, AwardShelf shelf, RankAward rank, ReadScores scores)
{
    public async Task<RankedAwardRound> HandleAsync(AwardRoundRef round, CancellationToken ct)
    {
        var award = await shelf.GetAsync(round.AwardVersionId, ct);
        var ranked = round.Stage >= AwardStage.Sealed
            ? await rank.AgainAsync(award, await db.AwardDecisions.Where(d => d.AwardRoundId == round.Id).OrderByDescending(d => d.Number).Select(d => d.Candidates).FirstAsync(ct), ct)
            : await rank.HandleAsync(award, round.RoundId, round.PreviousRoundId, await scores.ForRankingAsync(round, ct), ct);
        var departures = await db.AwardDepartures.AsNoTracking().Where(d => d.AwardRoundId == round.Id && d.TakenBackAt == null).OrderBy(d => d.Id).ToListAsync(ct);
        return new RankedAwardRound(ranked, departures);
    }
}
