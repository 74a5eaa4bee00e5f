using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Scoring.Awards;

/// <summary>The declared rules of one award round: who may enter, what ranks, who wins, what breaks a tie (src/decisions/0016). Names and languages are
/// the loader's.</summary>
public sealed record Award
{
    public required string Code { get; init; }

    /// <summary>The instrument the results were computed with; results of another are never ranked against them.</summary>
    public required string Instrument { get; init; }

    /// <summary>How raw values become the figures shown. Limits apply to the figure shown, order and ties to the raw value.</summary>
    public required Rounding Rounding { get; init; }

    /// <summary>Codes from the lowest to the highest; empty where no category asks for one.</summary>
    public IReadOnlyList<string> Predicates { get; init; } = [];

    /// <summary>Null when no juror is asked.</summary>
    public Jury? Jury { get; init; }

    public OnePerAgency OnePerAgency { get; init; }

    /// <summary>In the order in which they are decided.</summary>
    public required IReadOnlyList<AwardCategory> Categories { get; init; }
}

/// <summary>How many awards of the round an agency may win.</summary>
public enum OnePerAgency
{
    /// <summary>Each category stands alone.</summary>
    None,

    /// <summary>Whoever wins a category does not enter those after it, and the next there moves up.</summary>
    CategoryOrder,
}

/// <summary>What jurors score.</summary>
/// <param name="Criteria">Every juror scores each.</param>
/// <param name="From">The lowest score.</param>
/// <param name="To">The highest score.</param>
/// <param name="MinimumJurors">Jurors that must be left after recusals, so that no prize hangs on one opinion.</param>
public sealed record Jury(IReadOnlyList<JuryCriterion> Criteria, decimal From, decimal To, int MinimumJurors);

/// <param name="Code">As in the jurors' scores.</param>
/// <param name="Weight">Positive; only proportions count.</param>
public sealed record JuryCriterion(string Code, decimal Weight);
