using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Scoring.Ratings;

/// <summary>Findings on one group of indicators (an aspect), as codes; words are the report's.</summary>
/// <param name="Node">Code of the group; the instrument's when the tree has indicators only.</param>
/// <param name="Strengths">Indicators, in reading order.</param>
/// <param name="Weaknesses">Indicators, in reading order; none is also a strength.</param>
/// <param name="Recommendations">The weakest rating first, then in reading order.</param>
public sealed record NodeFindings(
    string Node, IReadOnlyList<string> Strengths, IReadOnlyList<string> Weaknesses, IReadOnlyList<Recommendation> Recommendations);

/// <param name="Indicator">Its code.</param>
/// <param name="NextLevel">The level above the rating.</param>
/// <param name="Criteria">That level's criteria still unmet; never empty.</param>
public sealed record Recommendation(string Indicator, int NextLevel, IReadOnlyList<string> Criteria);

/// <summary>Strengths, weaknesses and recommendations. Declared rule (ours; the regulation leaves it to the assessor): a rating in the upper quarter of its
/// scale is a strength, in the lower quarter a weakness, both ends included: on 1 to 5 that is 4 and above, 2 and below; on 0 to 5, 4 and above, 1 and
/// below. What is not applicable is neither.</summary>
public static class Findings
{
    /// <param name="card">The scored ratings: usually the final ones.</param>
    /// <param name="met">Codes of the criteria the same assessment found met. Those up to the rated level are taken as met: the rating decides.</param>
    /// <returns>One per group that holds indicators, in reading order.</returns>
    public static IReadOnlyList<NodeFindings> Of(Scorecard card, IReadOnlySet<string> met)
    {
        var rated = card.Plan.Indicators.Select((node, i) => new Rated(node, card.RawRatings[i])).ToList();
        return [.. rated.GroupBy(indicator => indicator.Node.Parent).Select(group => new NodeFindings(
            card.Plan.Nodes[group.Key].Code,
            [.. group.Where(indicator => indicator.IsStrength).Select(indicator => indicator.Node.Code)],
            [.. group.Where(indicator => indicator.IsWeakness).Select(indicator => indicator.Node.Code)],
            [.. group.OrderBy(indicator => indicator.Position).Select(indicator => indicator.Recommend(met)).OfType<Recommendation>()]))];
    }

    private sealed record Rated(PlanNode Node, int Rating)
    {
        public bool IsStrength => IsApplicable && 4 * Above >= 3 * Width;
        public bool IsWeakness => IsApplicable && 4 * Above <= Width;
        public decimal Position => (decimal)Above / Width;
        private bool IsApplicable => Rating != ScoringPlan.NotApplicable;
        private Scale Scale => Node.Scale!;
        private long Above => Rating - (long)(Scale.Floor * ScoringPlan.RatingUnit);
        private long Width => (Scale.Ceiling - Scale.Floor) * ScoringPlan.RatingUnit;

        public Recommendation? Recommend(IReadOnlySet<string> met)
        {
            var next = Node.Indicator!.Levels.FirstOrDefault(level => level.Level * ScoringPlan.RatingUnit > Rating && level.Criteria.Count > 0);
            var unmet = next?.Criteria.Where(criterion => !met.Contains(criterion)).ToList();
            return IsApplicable && unmet is { Count: > 0 } ? new Recommendation(Node.Code, next!.Level, unmet) : null;
        }
    }
}
