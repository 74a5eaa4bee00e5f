using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Scoring.Indices;

/// <summary>Why a node has its index: the part each child has in it. The points of all parts sum exactly to the index.</summary>
/// <param name="Node">The node explained; the total for the whole instrument.</param>
/// <param name="CountedWeight">Weight of the applicable indicators beneath, in the instrument's own unit.</param>
/// <param name="Parts">The children in reading order.</param>
public sealed record NodeTrace(NodeIndex Node, decimal CountedWeight, IReadOnlyList<Contribution> Parts);

/// <summary>What one child adds to its parent's index.</summary>
/// <param name="Node">The child; its index is the rating when it is an indicator.</param>
/// <param name="CountedWeight">Weight of the applicable indicators beneath; 0 when none is.</param>
/// <param name="Points">index x weight / parent's weight: its part of the parent's index. None when the parent has no index.</param>
/// <param name="Share">Its part of the parent's index as a fraction from 0 to 1. None when that index is 0 or missing.</param>
/// <param name="TotalPoints">index x weight / whole weight: its part of the agency's index.</param>
public sealed record Contribution(NodeIndex Node, decimal CountedWeight, ExactIndex Points, ExactIndex Share, ExactIndex TotalPoints);

/// <summary>The computation behind a scorecard, for people to follow.</summary>
public static class Trace
{
    /// <summary>One per group, depth first, the total first.</summary>
    public static IReadOnlyList<NodeTrace> Of(Scorecard card)
    {
        var plan = card.Plan;
        var whole = plan.SumOf(0, card.RawRatings);
        var parts = new List<Contribution>?[plan.Nodes.Count];
        for (var i = 0; i < plan.Nodes.Count; i++)
        {
            if (!plan.Nodes[i].IsIndicator)
                parts[i] = [];
            if (i > 0)
                parts[plan.Nodes[i].Parent]!.Add(Contribute(card, i, plan.SumOf(plan.Nodes[i].Parent, card.RawRatings), whole));
        }
        return [.. Enumerable.Range(0, parts.Length).Where(i => parts[i] is not null)
            .Select(i => new NodeTrace(FigureOf(card, i), CountedWeight(card, i), parts[i]!))];
    }

    private static Contribution Contribute(Scorecard card, int node, WeightedSum parent, WeightedSum whole)
    {
        var sum = card.Plan.SumOf(node, card.RawRatings);
        return new Contribution(
            FigureOf(card, node), CountedWeight(card, node),
            Points: (parent with { Rated = sum.Rated }).Index,
            Share: new WeightedSum(sum.Rated, parent.Rated).Index,
            TotalPoints: (whole with { Rated = sum.Rated }).Index);
    }

    private static NodeIndex FigureOf(Scorecard card, int node) => node == 0 ? card.Total : card.Nodes[node - 1];

    private static decimal CountedWeight(Scorecard card, int position)
    {
        var (node, weight) = (card.Plan.Nodes[position], 0m);
        for (var i = node.FirstIndicator; i < node.FirstIndicator + node.IndicatorCount; i++)
            weight += card.RawRatings[i] == ScoringPlan.NotApplicable ? 0 : card.Plan.Indicators[i].Weight;
        return weight;
    }
}
