namespace DgccAssess.Scoring.Instruments;

/// <summary>One immutable version of a maturity instrument: a weighted tree whose depth, tiers, scales, predicates and rounding are its own.</summary>
public sealed record Instrument
{
    public required string Code { get; init; }
    public string? LegalBasis { get; init; }

    /// <summary>A draft instrument must not be used in a round that is published.</summary>
    public bool Draft { get; init; }

    /// <summary>Languages (BCP 47) the instrument declares texts for; the first is the reference language.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Tier codes from the root to the leaf, for example domain, aspect, indicator. The last tier holds the indicators.</summary>
    public required IReadOnlyList<string> Tiers { get; init; }

    public required IReadOnlyList<Scale> Scales { get; init; }
    public required Rounding Rounding { get; init; }
    public required IReadOnlyList<Predicate> Predicates { get; init; }
    public required NotApplicablePolicy NotApplicable { get; init; }

    /// <summary>Root nodes in reading order.</summary>
    public required IReadOnlyList<Node> Nodes { get; init; }
}

/// <summary>What an answer "not applicable" does.</summary>
public enum NotApplicablePolicy
{
    /// <summary>Every indicator is rated; missing evidence is the scale's floor.</summary>
    Forbidden,

    /// <summary>A not-applicable indicator leaves numerator and denominator of every node above it.</summary>
    Excluded,
}
