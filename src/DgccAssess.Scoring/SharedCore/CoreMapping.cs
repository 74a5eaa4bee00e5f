namespace DgccAssess.Scoring.SharedCore;

/// <summary>How an instrument answers the questions of the core.</summary>
public sealed record CoreMapping
{
    public required string Instrument { get; init; }

    /// <summary>On criteria that are not official: nothing by it is compared.</summary>
    public bool Draft { get; init; }

    /// <summary>One per question of the core, in its order.</summary>
    public required IReadOnlyList<CoreRow> Rows { get; init; }
}

public enum CoreKind
{
    /// <summary>Not measured. The default, so that a question nobody mapped claims nothing.</summary>
    None,

    /// <summary>Same subject; scope, way of combining or some level differs, by one level at most.</summary>
    Close,

    /// <summary>Same subject and scope; all five levels agree.</summary>
    Exact,
}

public enum CoreCombine
{
    Mean,

    /// <summary>Only where the question asks for all of it at once.</summary>
    Min,
}

public sealed record CoreRow
{
    public required string Question { get; init; }
    public required CoreKind Kind { get; init; }

    /// <summary>Codes; none where the question is not measured.</summary>
    public required IReadOnlyList<string> Indicators { get; init; }

    public CoreCombine Combine { get; init; }

    /// <summary>Places for which the agency named no service are left out.</summary>
    public bool SkipUnnamed { get; init; }
}
