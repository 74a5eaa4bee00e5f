using DgccAssess.Scoring.Indices;

namespace DgccAssess.Scoring.Ratings;

/// <summary>Self against external assessment of one node.</summary>
/// <param name="Self">The agency's own figure.</param>
/// <param name="External">The assessors' figure.</param>
/// <param name="Difference">external - self: negative where the assessors gave less. Exact, then rounded once by the instrument's rule, so it can differ in
/// the last digit from the difference of the two published figures. Null where one has no index.</param>
public sealed record NodeGap(NodeIndex Self, NodeIndex External, decimal? Difference)
{
    public string Code => Self.Code;

    /// <summary>Decided on the exact indices.</summary>
    public bool Differs => Self.Index != External.Index;
}

/// <summary>Self against external assessment of one agency.</summary>
/// <param name="Total">Of the agency's index.</param>
/// <param name="Nodes">Groups and indicators, depth first in reading order.</param>
public sealed record Gap(NodeGap Total, IReadOnlyList<NodeGap> Nodes)
{
    /// <summary>How many indicators were rated differently.</summary>
    public int DifferingIndicators => Nodes.Count(node => node.Self.IsIndicator && node.Differs);

    /// <exception cref="ArgumentException">The two were scored on different instruments.</exception>
    public static Gap Between(Scorecard self, Scorecard external)
    {
        // The first node is the whole, whose code is the instrument's.
        if (!self.Plan.Nodes.Select(node => node.Code).SequenceEqual(external.Plan.Nodes.Select(node => node.Code), StringComparer.Ordinal))
            throw new ArgumentException($"{self.Instrument.Code} and {external.Instrument.Code} are different instruments.", nameof(external));
        return new Gap(Compare(self, self.Total, external.Total), [.. self.Nodes.Zip(external.Nodes, (a, b) => Compare(self, a, b))]);
    }

    private static NodeGap Compare(Scorecard card, NodeIndex self, NodeIndex external) => new(self, external,
        self.Index.HasValue && external.Index.HasValue ? ExactIndex.Difference(external.Index, self.Index, card.Instrument.Rounding) : null);
}
