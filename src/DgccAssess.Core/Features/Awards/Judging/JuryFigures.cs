using DgccAssess.Scoring.Agreement;
using DgccAssess.Scoring.Awards;

namespace DgccAssess.Core.Features.Awards.Judging;

/// <summary>What opened scores come to.</summary>
public static class JuryFigures
{
    /// <summary>Points of one juror for one nomination, by the weights of the criteria.</summary>
    public static decimal PointsOf(this Jury rules, OpenScore score) => rules.Criteria.Sum(c => c.Weight * score.Scores[c.Code]) / rules.Criteria.Sum(c => c.Weight);

    /// <summary>By panel: jurors of different panels score different nominations.</summary>
    public static JuryAgreement AgreementOf(this Jury rules, JuryPanel panel, JuryState state, IReadOnlyList<OpenScore> scores) => JuryAgreement.Of(
        [.. state.Jurors.Where(j => j.PanelId == panel.Id).Select(j => (IReadOnlyDictionary<string, decimal>)scores
            .Where(s => s.Seat.Juror.Id == j.Id && s.Seat.State is SeatState.Scored).ToDictionary(s => s.Seat.Nomination.Agency, rules.PointsOf, StringComparer.Ordinal))]);
}
