using DgccAssess.Scoring.Awards;
using DgccAssess.Web.Features.Instruments.Api;

namespace DgccAssess.Web.Features.Awards.Api;

/// <summary>The whole of an award that holds: the very bytes its hash is of.</summary>
/// <param name="Award">The rules.</param>
/// <param name="Format">Of the canonical JSON.</param>
/// <param name="Languages">BCP 47; names are given in each.</param>
/// <param name="Names">Of the award, its categories, criteria and levels, by key and language.</param>
public sealed record AwardResource(
    AwardRules Award, int Format, IReadOnlyList<string> Languages, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Names);

public sealed record AwardRules
{
    /// <summary>In the order in which they are decided.</summary>
    public required IReadOnlyList<AwardRulesOfCategory> Categories { get; init; }

    public required string Code { get; init; }

    /// <summary>Results of another may not enter.</summary>
    public required string Instrument { get; init; }

    public required AwardJury? Jury { get; init; }
    public required OnePerAgency OnePerAgency { get; init; }

    /// <summary>Codes from the lowest to the highest.</summary>
    public required IReadOnlyList<string> Predicates { get; init; }

    /// <summary>Limits apply to the figure as shown; order and ties to the exact value.</summary>
    public required InstrumentRounding Rounding { get; init; }
}

/// <summary>What jurors score.</summary>
/// <param name="Criteria">Every juror scores each.</param>
/// <param name="From">The lowest score.</param>
/// <param name="MinimumJurors">Jurors that must be left after recusals.</param>
/// <param name="To">The highest score.</param>
public sealed record AwardJury(IReadOnlyList<AwardCriterion> Criteria, decimal From, int MinimumJurors, decimal To);

/// <param name="Code">Of the criterion.</param>
/// <param name="Weight">Only proportions count.</param>
public sealed record AwardCriterion(string Code, decimal Weight);

/// <param name="Code">Of the category.</param>
/// <param name="Eligibility">Who may enter.</param>
/// <param name="Levels">Of the prizes, from the highest.</param>
/// <param name="Measure">What ranks; several parts are brought to 0-100 and weighted.</param>
/// <param name="Threshold">The least figure that wins.</param>
/// <param name="TieBreaks">What decides between equal exact values, in order.</param>
/// <param name="Winners">Ranks that win.</param>
public sealed record AwardRulesOfCategory(
    string Code, AwardEligibility Eligibility, IReadOnlyList<AwardLevel> Levels, IReadOnlyList<AwardMeasurePart> Measure, decimal? Threshold,
    IReadOnlyList<AwardFigure> TieBreaks, int? Winners);

/// <param name="Allow">Conditions of entry that are waived.</param>
/// <param name="Groups">Empty for all.</param>
/// <param name="MinimumIndex">The least index as shown.</param>
/// <param name="MinimumPredicate">The least predicate.</param>
/// <param name="Regions">Empty for all.</param>
public sealed record AwardEligibility(
    IReadOnlyList<EntryWaiver> Allow, IReadOnlyList<string> Groups, decimal? MinimumIndex, string? MinimumPredicate, IReadOnlyList<string> Regions);

/// <param name="Code">For example gold.</param>
/// <param name="From">The least figure, where only a threshold is set.</param>
/// <param name="Places">Ranks it covers, where a number of winners is set.</param>
public sealed record AwardLevel(string Code, decimal? From, int? Places);

/// <param name="Figure">The value.</param>
/// <param name="From">The value that stands for 0 in a mix.</param>
/// <param name="To">The value that stands for 100 in a mix.</param>
/// <param name="Weight">Only proportions count.</param>
public sealed record AwardMeasurePart(AwardFigure Figure, decimal From, decimal To, decimal Weight);

/// <param name="Code">The node; of the jury one criterion.</param>
/// <param name="Of">What it is.</param>
public sealed record AwardFigure(string? Code, FigureKind Of);
