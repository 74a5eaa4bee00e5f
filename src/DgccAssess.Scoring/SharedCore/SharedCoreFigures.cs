namespace DgccAssess.Scoring.SharedCore;

/// <summary>
/// What a country shares of one round in the terms of the core: the nation, or one agency group of it. A figure that its disclosure control hid is null; hidden is neither zero nor
/// "not measured". Means of themes are not among them: they follow from those of the questions (<see cref="CoreThemeFigure"/>) and would give a hidden one back.
/// </summary>
public sealed record SharedCoreFigures
{
    /// <summary>Code and version of the core.</summary>
    public required string Core { get; init; }

    public required int CoreVersion { get; init; }
    public required string Instrument { get; init; }

    /// <summary>SHA-256 of the instrument version.</summary>
    public required string InstrumentHash { get; init; }

    /// <summary>Of the mapping the tenant approved, and SHA-256 of its canonical JSON.</summary>
    public required int MappingVersion { get; init; }

    public required string MappingHash { get; init; }
    public required bool Draft { get; init; }
    public required string Round { get; init; }
    public required CoreStage Stage { get; init; }

    /// <summary>Code of the agency group; null of the whole nation.</summary>
    public string? Group { get; init; }

    /// <summary>Agencies in the round.</summary>
    public int? Agencies { get; init; }

    /// <summary>Which part of the answers an external assessor rated, from 0 to 1; null where there are none.</summary>
    public decimal? ShareVerified { get; init; }

    /// <summary>One per question of the core, in its order.</summary>
    public required IReadOnlyList<SharedCoreQuestion> Questions { get; init; }

    /// <summary>The round before was on another instrument, core or mapping, or there is none: nothing is said of change.</summary>
    public required bool BreaksFromBefore { get; init; }

    public SharedCoreQuestion? Find(string question) => Questions.FirstOrDefault(q => string.Equals(q.Code, question, StringComparison.Ordinal));
}

/// <summary>Of which stage the values are. Those of two stages are never set side by side.</summary>
public enum CoreStage
{
    Self,
    Document,
    Interview,
    Visit,
    Final,
}

/// <param name="Code">C1 ... C20.</param>
/// <param name="Kind">How the instrument measures it.</param>
/// <param name="Answered">How many agencies have an answer; null where hidden.</param>
/// <param name="Levels">How many of them are at level 1, 2, 3, 4, 5; each null where hidden.</param>
/// <param name="Mean">Of their values, not rounded; null where hidden or nobody has an answer.</param>
/// <param name="Change">Since the round before; null where hidden or broken.</param>
/// <param name="Bands">Where the levels are hidden and their bands are not.</param>
public sealed record SharedCoreQuestion(string Code, CoreKind Kind, int? Answered, IReadOnlyList<int?> Levels, decimal? Mean, SharedCoreChange? Change, CoreBands? Bands = null)
{
    public CoreBands ToBands() => Bands ?? CoreBands.Of(Levels);
}

/// <summary>Agencies that answer now and did in the round before: whose level rose, stayed, fell; each null where hidden.</summary>
public sealed record SharedCoreChange(int? Up, int? Same, int? Down);
