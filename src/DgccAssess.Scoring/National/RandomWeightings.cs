using DgccAssess.Scoring.Indices;

namespace DgccAssess.Scoring.National;

/// <summary>Random weightings around the declared one: the weight of every node of the tree, domain, aspect and indicator alike, is multiplied by a factor drawn evenly from
/// 1 - spread to 1 + spread, then siblings are brought back to their parent's weight. So a small weight moves as much in its proportion as a large one, and domains keep
/// competing with domains. With no logarithm and no root in it, the same seed gives the same bits on every machine.</summary>
/// <param name="plan">The compiled instrument.</param>
/// <param name="seed">Of the sequence of random numbers.</param>
/// <param name="spread">0 to below 1; 0.25 moves every weight by up to a quarter, as the OECD/JRC Handbook on Constructing Composite Indicators (2008) does in its examples.</param>
public sealed class RandomWeightings(ScoringPlan plan, ulong seed, double spread)
{
    private readonly double[] declared = [.. plan.Nodes.Select(node => (double)node.Weight)];

    /// <summary>Weights of the indicators of one weighting; they sum to 1 but for the last bits.</summary>
    /// <param name="number">Which weighting, from 0.</param>
    /// <param name="weights">One per indicator of the plan, in its order.</param>
    public void Draw(int number, Span<float> weights)
    {
        Span<double> drawn = stackalloc double[declared.Length];
        Span<double> siblings = stackalloc double[declared.Length];
        siblings.Clear();
        var place = (ulong)number * (ulong)declared.Length;
        for (var i = 1; i < declared.Length; i++)
        {
            drawn[i] = declared[i] * (1 - spread + (2 * spread * SplitMix64.UnitAt(seed, place + (ulong)i)));
            siblings[plan.Nodes[i].Parent] += drawn[i];
        }
        drawn[0] = 1;
        var indicator = 0;
        // Parents come before their children: each share is ready when it is needed.
        for (var i = 1; i < declared.Length; i++)
        {
            var node = plan.Nodes[i];
            drawn[i] = drawn[node.Parent] * (drawn[i] / siblings[node.Parent]);
            if (node.IsIndicator)
                weights[indicator++] = (float)drawn[i];
        }
    }
}
