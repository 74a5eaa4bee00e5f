using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.Ratings;

namespace DgccAssess.Scoring.Indices;

/// <summary>Every figure of one agency on one instrument. Each is computed from raw ratings and rounded once: none from rounded parts.</summary>
public sealed class Scorecard
{
    private readonly int[] ratings;

    private Scorecard(ScoringPlan plan, int[] ratings)
    {
        (Plan, this.ratings) = (plan, ratings);
        var indices = new ExactIndex[plan.Nodes.Count];
        plan.Score(ratings, indices);
        Total = ToNodeIndex(plan.Nodes[0], indices[0]);
        Nodes = [.. plan.Nodes.Skip(1).Select((node, i) => ToNodeIndex(node, indices[i + 1]))];
    }

    public ScoringPlan Plan { get; }
    public Instrument Instrument => Plan.Instrument;
    public string EngineVersion => ScoringEngine.Version;

    /// <summary>The agency's index and predicate.</summary>
    public NodeIndex Total { get; }

    /// <summary>Groups and indicators, depth first in reading order.</summary>
    public IReadOnlyList<NodeIndex> Nodes { get; }

    /// <summary>One per indicator in the plan's order, in <see cref="ScoringPlan.RatingUnit"/>s or <see cref="ScoringPlan.NotApplicable"/>.</summary>
    public ReadOnlySpan<int> RawRatings => ratings;

    /// <summary>Compiles the instrument and scores; for many agencies compile once and use the other overload.</summary>
    /// <exception cref="ArgumentException">The instrument has structural errors, or a rating a problem.</exception>
    public static Scorecard Compute(Instrument instrument, IReadOnlyDictionary<string, decimal?> ratings) =>
        Compute(ScoringPlan.Compile(instrument), ratings);

    /// <param name="plan">The compiled instrument.</param>
    /// <param name="ratings">One per indicator code, in levels; null is "not applicable".</param>
    /// <exception cref="ArgumentException">A rating has a problem: ask <see cref="RatingCheck"/> first where a person can put it right.</exception>
    public static Scorecard Compute(ScoringPlan plan, IReadOnlyDictionary<string, decimal?> ratings)
    {
        var problems = RatingCheck.Check(plan, ratings);
        if (problems.Count > 0)
        {
            var all = string.Join("; ", problems.Select(problem => $"{problem.Indicator} {problem.Code}"));
            throw new ArgumentException($"Ratings on {plan.Instrument.Code}: {all}", nameof(ratings));
        }
        return new Scorecard(plan, [.. plan.Indicators.Select(node => ratings[node.Code] is { } rating
            ? (int)(rating * ScoringPlan.RatingUnit)
            : ScoringPlan.NotApplicable)]);
    }

    /// <summary>The node of that code, groups and indicators; null when there is none.</summary>
    public NodeIndex? Find(string code) => Nodes.FirstOrDefault(node => string.Equals(node.Code, code, StringComparison.Ordinal));

    private NodeIndex ToNodeIndex(PlanNode node, ExactIndex index)
    {
        decimal? published = index.HasValue ? index.Round(Instrument.Rounding) : null;
        var predicate = published is { } figure ? Instrument.Predicates.First(predicate => predicate.Contains(figure)) : null;
        return new NodeIndex(node.Code, node.Tier, node.Depth, node.IsIndicator, node.Weight, index, published, predicate);
    }
}
