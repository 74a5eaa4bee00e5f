using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Scoring.Awards;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Judging;

/// <summary>A seat with what was given.</summary>
public sealed record OpenScore(Seat Seat, IReadOnlyDictionary<string, decimal> Scores, string Remark);

/// <summary>Reads jurors' scores once all are in and open. Before that there are none to be had, for nobody.</summary>
public sealed class ReadScores(TenantDbContext db, ReadJury jury)
{
    /// <returns>Empty while the scores are sealed.</returns>
    public async Task<IReadOnlyList<OpenScore>> HandleAsync(AwardRoundRef round, CancellationToken ct)
    {
        if (!round.IsUnsealed) return [];
        var state = await jury.HandleAsync(round, ct);
        var ids = state.Nominations.Select(n => n.Id).ToList();
        var scores = (await db.JuryScores.AsNoTracking().Where(s => ids.Contains(s.NominationId)).ToListAsync(ct)).ToDictionary(s => (s.NominationId, s.JurorId));
        return [.. state.Seats.Select(seat => seat.State is SeatState.Scored && scores.GetValueOrDefault((seat.Nomination.Id, seat.Juror.Id)) is { } score
            ? new OpenScore(seat, score.Scores.ToDictionary(s => s.Criterion, s => s.Points, StringComparer.Ordinal), score.Remark)
            : new OpenScore(seat, new Dictionary<string, decimal>(StringComparer.Ordinal), ""))];
    }

    /// <summary>As the ranking takes them, by agency; empty while they are sealed.</summary>
    public async Task<ILookup<string, JurorScores>> ForRankingAsync(AwardRoundRef round, CancellationToken ct) =>
        (await HandleAsync(round, ct)).ToLookup(s => s.Seat.Nomination.Agency, s => new JurorScores(s.Seat.Juror.Code, s.Scores, s.Seat.State is not SeatState.Scored), StringComparer.Ordinal);
}
