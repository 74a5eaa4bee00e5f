using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Ratings;

namespace DgccAssess.Core.Features.Results.Report;

internal static class ReportRecommendations
{
    private const int Most = 10;

    /// <summary>The steps that raise the index most; where two raise it alike, the weaker indicator first, then reading order.</summary>
    public static IReadOnlyList<ReportRecommendation> Of(Scorecard card, IReadOnlyList<NodeFindings> findings) =>
    [
        .. findings.SelectMany(f => f.Recommendations)
            .Select((step, order) => (step.Indicator, order, Rating: card.Find(step.Indicator)!.Index, Raised: Raise(card, step)))
            .OrderByDescending(s => s.Raised).ThenBy(s => s.Rating).ThenBy(s => card.Plan.PositionOf(s.Indicator))
            .Take(Most)
            .Select(s => new ReportRecommendation(s.Indicator, ExactIndex.Difference(s.Raised, card.Total.Index, card.Instrument.Rounding))),
    ];

    private static ExactIndex Raise(Scorecard card, Recommendation step)
    {
        var ratings = card.RawRatings.ToArray();
        ratings[card.Plan.PositionOf(step.Indicator)] = step.NextLevel * ScoringPlan.RatingUnit;
        var indices = new ExactIndex[card.Plan.Nodes.Count];
        card.Plan.Score(ratings, indices);
        return indices[0];
    }
}
