using DgccAssess.Core.Features.National;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Features.Rounds;

namespace DgccAssess.Core.Features.Papers.National;

/// <summary>Everything the national report of a round says, in one language. Agencies without consent are in the figures and not among <see cref="Agencies"/>.</summary>
public sealed record NationalReportDocument : PaperDocument
{
    public required string Round { get; init; }
    public required CycleType Cycle { get; init; }

    /// <summary>Why it was corrected.</summary>
    public string? Reason { get; init; }

    public required NationalReportInstrument Instrument { get; init; }
    public required NationalReportSource Source { get; init; }
    public required int Participants { get; init; }

    /// <summary>Agencies that did not consent.</summary>
    public required int Unnamed { get; init; }

    /// <summary>The copy for everybody: without what only those inside may see.</summary>
    public bool Open { get; init; }

    /// <summary>The figures of all agencies together are of the named ones only.</summary>
    public bool OfTheNamed { get; init; }

    public required IReadOnlyList<NationalReportNode> Nodes { get; init; }
    public required NationalReportWhole Whole { get; init; }
    public required IReadOnlyList<NationalReportGroup> Groups { get; init; }
    public required IReadOnlyList<NationalReportGroup> Regions { get; init; }
    public NationalReportPrevious? Previous { get; init; }

    /// <summary>Rounds before, the latest first.</summary>
    public required IReadOnlyList<NationalReportPast> History { get; init; }

    /// <summary>Null where ranks are not those of all agencies.</summary>
    public NationalSensitivity? Sensitivity { get; init; }

    public required IReadOnlyList<NationalReportUnmet> Unmet { get; init; }

    /// <summary>By rank, then code.</summary>
    public required IReadOnlyList<NationalReportAgency> Agencies { get; init; }
}

/// <param name="Code">Of the instrument.</param>
/// <param name="Title">In the document's language.</param>
/// <param name="LegalBasis">The regulation.</param>
/// <param name="Hash">SHA-256 of the version.</param>
/// <param name="Decimals">Of printed figures.</param>
/// <param name="Floor">Lowest index there can be.</param>
/// <param name="Ceiling">Highest.</param>
/// <param name="Predicates">From the lowest.</param>
public sealed record NationalReportInstrument(string Code, string Title, string? LegalBasis, string Hash, int Decimals, decimal Floor, decimal Ceiling, IReadOnlyList<ReportPredicate> Predicates);

public sealed record NationalReportSource(int Number, string Hash, string Engine);

/// <param name="Code">The node's code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="Depth">1 for the root nodes.</param>
/// <param name="Weight">In per cent of the whole.</param>
public sealed record NationalReportNode(string Code, string Name, string Tier, int Depth, decimal Weight);

/// <param name="Figures">As published.</param>
/// <param name="Shares">Per cent of the agencies by predicate, in the order of the figures.</param>
/// <param name="Predicate">Name of the predicate the mean would have.</param>
public sealed record NationalReportWhole(NationalSummary Figures, IReadOnlyList<decimal> Shares, string Predicate);

public sealed record NationalReportGroup(string Code, string Name, NationalSummary Figures, IReadOnlyList<decimal> Shares);

public sealed record NationalReportPrevious(string Round, bool Comparable);

/// <param name="Round">Its code.</param>
/// <param name="Instrument">Code of its instrument.</param>
/// <param name="Count">Agencies.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Comparable">On the instrument of now.</param>
public sealed record NationalReportPast(string Round, string Instrument, int Count, decimal Mean, bool Comparable);

/// <param name="Text">Of the criterion.</param>
/// <param name="Indicator">Its code.</param>
/// <param name="Name">Of the indicator.</param>
/// <param name="Level">The criterion belongs to.</param>
/// <param name="Agencies">How many it keeps from their next level.</param>
/// <param name="Share">Of all, in per cent.</param>
public sealed record NationalReportUnmet(string Text, string Indicator, string Name, int Level, int Agencies, decimal Share);

public sealed record NationalReportAgency
{
    public required string Name { get; init; }
    public required string Group { get; init; }
    public required decimal Index { get; init; }

    /// <summary>Code of the predicate.</summary>
    public required string Predicate { get; init; }

    public required IReadOnlyList<decimal?> Nodes { get; init; }
    public decimal? Self { get; init; }
    public decimal? Change { get; init; }
    public required int Rank { get; init; }
    public required int Low { get; init; }
    public required int High { get; init; }
    public required int GroupRank { get; init; }
}
