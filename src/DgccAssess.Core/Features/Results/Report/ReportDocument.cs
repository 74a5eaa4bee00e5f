using DgccAssess.Core.Features.Papers.Templates;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Press;

namespace DgccAssess.Core.Features.Results.Report;

/// <summary>Everything an agency report says, in one language, taken from one snapshot: figures as computed, names and texts as they stand in the instrument.
/// Numbers travel as plain decimals; the press writes them in the document's locale (src/decisions/0005-paper.md).</summary>
public sealed record ReportDocument
{
    /// <summary>BCP 47, for example ar-TN: language, direction, digits, separators and dates follow from it.</summary>
    public required string Locale { get; init; }

    public required ReportTenant Tenant { get; init; }
    public required ReportAgency Agency { get; init; }
    public required ReportRound Round { get; init; }
    public required ReportInstrument Instrument { get; init; }
    public required ReportSnapshot Snapshot { get; init; }

    /// <summary>The document's date, so that the same snapshot gives the same bytes on any day.</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>Printed before publication: marked on every page.</summary>
    public bool Draft { get; init; }

    /// <summary>Demonstration data: marked on the cover.</summary>
    public bool Synthetic { get; init; }

    /// <summary>Everything in it is invented, to show a template: marked on every page.</summary>
    public bool Sample { get; init; }

    /// <summary>What the space says of its reports; null: the look every report has by itself.</summary>
    public PaperLook? Template { get; init; }

    /// <summary>Its entry in the register of papers; a draft has none.</summary>
    public ReportRegister? Register { get; init; }

    public required ReportIndex Index { get; init; }
    public required ReportName Predicate { get; init; }

    /// <summary>Groups (domains, aspects), depth first in reading order; not the indicators.</summary>
    public required IReadOnlyList<ReportNode> Nodes { get; init; }

    /// <summary>In the instrument's order.</summary>
    public required IReadOnlyList<ReportIndicator> Indicators { get; init; }

    public required IReadOnlyList<ReportFinding> Findings { get; init; }

    /// <summary>Steps in the order to print, the most useful first.</summary>
    public required IReadOnlyList<ReportRecommendation> Recommendations { get; init; }

    /// <summary>Null when there is no group to compare with, or too small a one to show.</summary>
    public ReportComparison? Comparison { get; init; }
}

public sealed record ReportName(string Code, string Name);

/// <param name="Name">In the document's language.</param>
/// <param name="Accent">As #rrggbb; the press darkens it until white text on it can be read.</param>
public sealed record ReportTenant(string Name, string? Accent = null);

/// <param name="Name">As the register of agencies has it.</param>
/// <param name="Group">Name of its group, in the document's language.</param>
public sealed record ReportAgency(string Name, string? Group = null);

/// <param name="Number">What people look it up by.</param>
/// <param name="Address">Page that shows the same figures; null: the installation does not know its own.</param>
/// <param name="Qr">Leads to <paramref name="Address"/>.</param>
public sealed record ReportRegister(string Number, string? Address, QrPicture? Qr);

public sealed record ReportRound(string Name, CycleType Cycle, IReadOnlyList<Stage> Stages);

public sealed record ReportSnapshot
{
    public required int Number { get; init; }

    /// <summary>SHA-256 of the snapshot document, lower-case hex.</summary>
    public required string Hash { get; init; }

    public required string Engine { get; init; }

    /// <summary>Head of the register's chain of hashes at publication, where there is one.</summary>
    public string? RegisterHash { get; init; }
}

/// <param name="Exact">Before rounding.</param>
/// <param name="Published">Rounded once.</param>
/// <param name="Self">Published figure of the agency's own assessment.</param>
public sealed record ReportIndex(decimal Exact, decimal Published, decimal? Self);
