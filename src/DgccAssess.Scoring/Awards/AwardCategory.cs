namespace DgccAssess.Scoring.Awards;

/// <summary>One category of an award. It has a number of winners, a threshold, or both.</summary>
public sealed record AwardCategory
{
    public required string Code { get; init; }
    public Eligibility Eligibility { get; init; } = new();
    public required Measure Measure { get; init; }

    /// <summary>Ranks from 1 to this win; an equal rank is a shared prize, so that more candidates may win.</summary>
    public int? Winners { get; init; }

    /// <summary>The least figure that wins.</summary>
    public decimal? Threshold { get; init; }

    /// <summary>From the highest; empty when all prizes are alike.</summary>
    public IReadOnlyList<PrizeLevel> Levels { get; init; } = [];

    /// <summary>What decides between equal raw values, in order. Who is equal on every step shares the prize.</summary>
    public IReadOnlyList<Figure> TieBreaks { get; init; } = [];
}

/// <summary>Who may enter. What is not waived in <see cref="Allow"/> is demanded: to have taken part, consented to publication, no open
/// objection, and a result on the award's instrument.</summary>
public sealed record Eligibility
{
    /// <summary>Agency groups; empty for all.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Regions; empty for all.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    public string? MinimumPredicate { get; init; }

    /// <summary>The least index as shown.</summary>
    public decimal? MinimumIndex { get; init; }

    public IReadOnlyList<EntryWaiver> Allow { get; init; } = [];
}

/// <summary>A condition of entry that a category waives.</summary>
public enum EntryWaiver
{
    NotTakingPart,
    NoConsent,
    OpenObjection,

    /// <summary>Only where nothing but the jury ranks.</summary>
    OtherInstrument,
}

/// <summary>Gold, silver, bronze.</summary>
/// <param name="Code">For example gold.</param>
/// <param name="Places">Ranks it covers, where a number of winners is set.</param>
/// <param name="From">The least figure, where only a threshold is set.</param>
public sealed record PrizeLevel(string Code, int? Places, decimal? From);
