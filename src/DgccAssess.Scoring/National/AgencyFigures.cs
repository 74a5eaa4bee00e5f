using DgccAssess.Scoring.Indices;

namespace DgccAssess.Scoring.National;

/// <summary>The published figures of one agency in a round. All agencies of a round have the same nodes in the same order.</summary>
public sealed record AgencyFigures
{
    public required string Code { get; init; }

    /// <summary>Code of its agency group.</summary>
    public required string Group { get; init; }

    public string? Region { get; init; }

    /// <summary>Its index; it has one, or it is not among the agencies.</summary>
    public required ExactIndex Index { get; init; }

    /// <summary>Code of the predicate of its published index.</summary>
    public required string Predicate { get; init; }

    /// <summary>Indices of the groups of the tree (domains, aspects), depth first; <see cref="ExactIndex.None"/> where nothing beneath is applicable.</summary>
    public required IReadOnlyList<ExactIndex> Nodes { get; init; }

    /// <summary>By the agency's own ratings; <see cref="ExactIndex.None"/> where there are none.</summary>
    public ExactIndex Self { get; init; }

    /// <summary>Its index in the round before; <see cref="ExactIndex.None"/> where it did not take part.</summary>
    public ExactIndex Previous { get; init; }

    /// <summary>Its nodes in the round before, in the same order; empty where the instrument was another.</summary>
    public IReadOnlyList<ExactIndex> PreviousNodes { get; init; } = [];
}
