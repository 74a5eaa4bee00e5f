using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Scoring.Indices;

/// <summary>A node of a compiled instrument. The indicators beneath it are neighbours in the plan's order.</summary>
public sealed record PlanNode
{
    /// <summary>The node's code; the instrument's for the whole.</summary>
    public required string Code { get; init; }

    /// <summary>Empty for the whole instrument.</summary>
    public required string Tier { get; init; }

    /// <summary>In the instrument's own unit; the whole is the sum of the root nodes.</summary>
    public required decimal Weight { get; init; }

    /// <summary>0 for the whole instrument, 1 for its root nodes.</summary>
    public required int Depth { get; init; }

    /// <summary>Position of the parent in <see cref="ScoringPlan.Nodes"/>; -1 for the whole instrument.</summary>
    public required int Parent { get; init; }

    /// <summary>Position of the first indicator beneath the node in <see cref="ScoringPlan.Indicators"/>.</summary>
    public required int FirstIndicator { get; init; }

    public int IndicatorCount { get; init; }

    /// <summary>Null for a group.</summary>
    public Indicator? Indicator { get; init; }

    /// <summary>The scale of the indicator; null for a group.</summary>
    public Scale? Scale { get; init; }

    public bool IsIndicator => Indicator is not null;
}
