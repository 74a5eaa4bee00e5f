using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Rounds;

namespace DgccAssess.Core.Features.National;

/// <summary>Everything a page, chart, paper or file of a round's national result shows. Stored as JSON and hashed. It names agencies without publication consent too: what the
/// public may see is less.</summary>
public sealed record NationalDocument
{
    public const int CurrentSchema = 1;

    public required int Schema { get; init; }
    public required string Round { get; init; }
    public required CycleType CycleType { get; init; }
    public required int Number { get; init; }

    /// <summary>Why it was corrected.</summary>
    public string? Reason { get; init; }

    public required DateTime TakenAt { get; init; }
    public required DateTime EmbargoEndsAt { get; init; }
    public required SnapshotInstrument Instrument { get; init; }

    /// <summary>Version of the scoring engine.</summary>
    public required string Engine { get; init; }

    /// <summary>Agencies of the round; those whose result is published are in <see cref="Agencies"/>.</summary>
    public required int Participants { get; init; }

    /// <summary>At least one agency is not a real body.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>The round before; null for the first.</summary>
    public NationalPrevious? Previous { get; init; }

    /// <summary>The groups of the instrument's tree (domains, aspects), depth first: the order of every list of nodes here.</summary>
    public required IReadOnlyList<NationalNode> Nodes { get; init; }

    /// <summary>By rank, then code.</summary>
    public required IReadOnlyList<NationalAgency> Agencies { get; init; }

    public required NationalSummary Whole { get; init; }

    /// <summary>In the order of the space's settings.</summary>
    public required IReadOnlyList<NationalSummary> Groups { get; init; }

    public required IReadOnlyList<NationalSummary> Regions { get; init; }

    /// <summary>Null where ranks are not those of all agencies.</summary>
    public NationalSensitivity? Sensitivity { get; init; }


    /// <summary>The criteria that keep most agencies from their next level, the most common first.</summary>
    public required IReadOnlyList<NationalUnmet> Unmet { get; init; }

    /// <summary>Rounds before this one, the latest first.</summary>
    public required IReadOnlyList<NationalPast> History { get; init; }
}

/// <param name="Round">Its code.</param>
/// <param name="Instrument">Its instrument.</param>
/// <param name="Comparable">It is the same as now; if not, the series is broken here.</param>
/// <param name="Left">Regions of agencies that took part then and not now, by code.</param>
public sealed record NationalPrevious(string Round, SnapshotInstrument Instrument, bool Comparable, IReadOnlyDictionary<string, string> Left);

/// <param name="Code">The node's code.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="Depth">1 for the root nodes.</param>
/// <param name="HoldsIndicators">Its children are indicators.</param>
public sealed record NationalNode(string Code, string Tier, int Depth, bool HoldsIndicators);

/// <param name="Weightings">How many random weightings.</param>
/// <param name="Spread">By how much a weight moves at the most, as a share of itself.</param>
/// <param name="Seed">Of the random numbers, in hexadecimal: the first 16 digits of the instrument's hash, which is fixed before anybody is rated.</param>
public sealed record NationalSensitivity(int Weightings, decimal Spread, string Seed);

/// <param name="Criterion">Its code.</param>
/// <param name="Indicator">Code of its indicator.</param>
/// <param name="Level">The level it belongs to.</param>
/// <param name="Agencies">How many agencies it keeps from their next level.</param>
public sealed record NationalUnmet(string Criterion, string Indicator, int Level, int Agencies);

/// <summary>The national index of an earlier round.</summary>
/// <param name="Round">Its code.</param>
/// <param name="Instrument">Its instrument.</param>
/// <param name="Count">Agencies.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Groups">By agency group.</param>
public sealed record NationalPast(string Round, SnapshotInstrument Instrument, int Count, NationalFigure Mean, IReadOnlyList<NationalPastGroup> Groups);

public sealed record NationalPastGroup(string Code, int Count, NationalFigure Mean);
