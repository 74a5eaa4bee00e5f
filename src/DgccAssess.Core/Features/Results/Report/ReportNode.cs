namespace DgccAssess.Core.Features.Results.Report;

/// <summary>A group of the instrument's tree with its figures.</summary>
public sealed record ReportNode
{
    public required string Code { get; init; }
    public required string Tier { get; init; }
    public string? Parent { get; init; }

    /// <summary>0 for the root groups.</summary>
    public required int Depth { get; init; }

    public required string Name { get; init; }

    /// <summary>In per cent.</summary>
    public required decimal Weight { get; init; }

    public required decimal Exact { get; init; }
    public required decimal Published { get; init; }

    /// <summary>Published figure of the agency's own assessment.</summary>
    public decimal? Self { get; init; }
}

/// <summary>One indicator: what was found, why, and what the next level needs.</summary>
public sealed record ReportIndicator
{
    public required string Code { get; init; }

    /// <summary>Code of the group it belongs to.</summary>
    public required string Parent { get; init; }

    public required string Name { get; init; }
    public string? Question { get; init; }

    /// <summary>The service the agency named, where the instrument leaves that to it.</summary>
    public string? Subject { get; init; }

    /// <summary>Code of its scale.</summary>
    public required string Scale { get; init; }

    /// <summary>In per cent.</summary>
    public required decimal Weight { get; init; }

    public required decimal Level { get; init; }
    public string? LevelName { get; init; }

    /// <summary>The level the agency claimed.</summary>
    public decimal? Self { get; init; }

    public decimal? Target { get; init; }

    /// <summary>The assessors' reason.</summary>
    public string? Explanation { get; init; }

    /// <summary>Null at the highest level.</summary>
    public ReportNextLevel? Next { get; init; }
}

/// <param name="Level">The next level.</param>
/// <param name="Name">Its name.</param>
/// <param name="Missing">Criteria not yet met.</param>
public sealed record ReportNextLevel(decimal Level, string Name, IReadOnlyList<ReportCriterion> Missing);

public sealed record ReportCriterion(string Code, string Text);

/// <param name="Indicator">Its code; its next level and criteria are those of the indicator.</param>
/// <param name="Gain">What the next level adds to the index, rounded once; null when it is not to be printed.</param>
public sealed record ReportRecommendation(string Indicator, decimal? Gain = null);

/// <param name="Group">Name of the group.</param>
/// <param name="Agencies">How many took part.</param>
/// <param name="Rows">Small cells are left out by the caller.</param>
public sealed record ReportComparison(string Group, int Agencies, IReadOnlyList<ReportComparisonRow> Rows);

/// <param name="Node">Null for the index itself.</param>
/// <param name="Mean">Published mean of the group.</param>
/// <param name="Best">Published highest figure of the group.</param>
public sealed record ReportComparisonRow(string? Node, decimal Mean, decimal? Best = null);
