using DgccAssess.Scoring.Indices;

namespace DgccAssess.Scoring.National;

/// <summary>The figures of several agencies together: the whole nation, a group, a region.</summary>
public sealed record GroupSummary
{
    public required int Count { get; init; }

    /// <summary>The plain mean of the agencies' exact indices, every agency counting the same; null of no agency.</summary>
    public required ExactFraction? Mean { get; init; }

    /// <summary>Means of the nodes, in the order of <see cref="AgencyFigures.Nodes"/>, each over the agencies that have an index there; null where none has.</summary>
    public required IReadOnlyList<ExactFraction?> Nodes { get; init; }

    public required Quartiles? Quartiles { get; init; }

    /// <summary>How many agencies have which predicate; one that nobody has is not among them.</summary>
    public required IReadOnlyDictionary<string, int> Predicates { get; init; }

    public required SelfGap? Gap { get; init; }

    /// <param name="agencies">In any order.</param>
    /// <param name="nodes">How many nodes each has.</param>
    public static GroupSummary Of(IReadOnlyCollection<AgencyFigures> agencies, int nodes) => new()
    {
        Count = agencies.Count,
        Mean = ExactFraction.Mean([.. agencies.Select(agency => agency.Index)]),
        Nodes = [.. Enumerable.Range(0, nodes).Select(node => ExactFraction.Mean([.. agencies.Select(agency => agency.Nodes[node]).Where(index => index.HasValue)]))],
        Quartiles = Quartiles.Of(agencies.Select(agency => agency.Index)),
        Predicates = agencies.CountBy(agency => agency.Predicate, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
        Gap = SelfGap.Of(agencies),
    };
}

/// <summary>Self against external assessment of the agencies that have both.</summary>
/// <param name="Count">How many have both; at least one.</param>
/// <param name="Self">Mean of their own indices.</param>
/// <param name="External">Mean of their indices.</param>
/// <param name="Higher">How many rated themselves higher than the assessors did.</param>
/// <param name="Lower">How many rated themselves lower.</param>
public sealed record SelfGap(int Count, ExactFraction Self, ExactFraction External, int Higher, int Lower)
{
    /// <summary>external - self: negative where the assessors gave less.</summary>
    public ExactFraction Difference => External - Self;

    /// <returns>Null where no agency has both.</returns>
    public static SelfGap? Of(IEnumerable<AgencyFigures> agencies)
    {
        var both = agencies.Where(agency => agency.Self.HasValue).ToList();
        return both.Count == 0 ? null : new SelfGap(
            both.Count,
            ExactFraction.Mean([.. both.Select(agency => agency.Self)])!.Value,
            ExactFraction.Mean([.. both.Select(agency => agency.Index)])!.Value,
            both.Count(agency => agency.Self > agency.Index),
            both.Count(agency => agency.Self < agency.Index));
    }
}
