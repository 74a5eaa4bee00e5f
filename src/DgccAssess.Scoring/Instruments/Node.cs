namespace DgccAssess.Scoring.Instruments;

/// <summary>A node of the instrument's tree: a group (domain, aspect, ...) with children, or a leaf with an indicator.</summary>
public sealed record Node
{
    public required string Code { get; init; }
    public required string Tier { get; init; }

    /// <summary>Weight in the instrument's own unit (per cent in spbe-2020); positive. A group's weight is the sum of its children's.</summary>
    public required decimal Weight { get; init; }

    public IReadOnlyList<Node> Children { get; init; } = [];
    public Indicator? Indicator { get; init; }
}

/// <summary>What makes a leaf answerable.</summary>
public sealed record Indicator
{
    /// <summary>Code of the <see cref="Instruments.Scale"/> this indicator is rated on.</summary>
    public required string Scale { get; init; }

    /// <summary>Criteria per level, ascending. Empty for an imported indicator without criteria.</summary>
    public required IReadOnlyList<LevelCriteria> Levels { get; init; }

    /// <summary>Codes of the kinds of evidence expected, for example I1.evidence.1.</summary>
    public required IReadOnlyList<string> EvidenceKinds { get; init; }

    /// <summary>The agency names the service it is rated on (spbe-2020: I45 to I47).</summary>
    public bool NamedByAgency { get; init; }

    /// <summary>The value comes from another body's index (pemdi-2026: I5, I6, I7, I18).</summary>
    public bool Imported { get; init; }

    /// <summary>The wording is not settled; nobody may be scored on it.</summary>
    public bool Draft { get; init; }
}

/// <summary>The separately answerable criteria of one level; level N holds only if every criterion of levels up to N holds.</summary>
public sealed record LevelCriteria(int Level, IReadOnlyList<string> Criteria);
