using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Files;
using DgccAssess.Web.Infrastructure;

namespace DgccAssess.Web.Features.Results.Api;

/// <summary>A published result in force, in short.</summary>
/// <param name="Round">Code of the round.</param>
/// <param name="Agency">Code of the agency.</param>
/// <param name="Group">Code of the agency's group at publication.</param>
/// <param name="Instrument">Code of the instrument.</param>
/// <param name="InstrumentHash">SHA-256 of the instrument version, lower-case hex.</param>
/// <param name="Index">Rounded once, with the instrument's decimals.</param>
/// <param name="Predicate">Code of the predicate of the index.</param>
/// <param name="Number">1 as first published; each correction counts up.</param>
/// <param name="PublishedAt">When this number was published, in UTC.</param>
/// <param name="Hash">SHA-256 of the stored snapshot, lower-case hex; printed on its papers.</param>
public sealed record ResultSummary(
    string Round, string Agency, string Group, string Instrument, string InstrumentHash, decimal Index, string Predicate, int Number, DateTime PublishedAt, string Hash)
{
    public static CsvTable<ResultSummary> Table { get; } = new(
        ("round", r => r.Round), ("agency", r => r.Agency), ("group", r => r.Group), ("instrument", r => r.Instrument), ("instrumentHash", r => r.InstrumentHash),
        ("index", r => r.Index), ("predicate", r => r.Predicate), ("number", r => r.Number), ("publishedAt", r => r.PublishedAt), ("hash", r => r.Hash));

    public static ResultSummary Of(SnapshotDocument document, string hash) => new(
        document.Round, document.Agency.Code, document.Agency.Group, document.Instrument.Code, document.Instrument.Hash,
        document.Results.Total!.Index, document.Results.Total.Predicate!, document.Number, document.TakenAt, hash);
}

/// <summary>A published result with everything the reader may see of how it came about.</summary>
public sealed record ResultResource
{
    public required string Round { get; init; }
    public required CycleType CycleType { get; init; }
    public required string Agency { get; init; }

    /// <summary>By language (BCP 47), as at publication.</summary>
    public required IReadOnlyDictionary<string, string> AgencyNames { get; init; }

    public required string Group { get; init; }

    /// <summary>Made up, not a real body.</summary>
    public required bool Synthetic { get; init; }

    public required string Instrument { get; init; }
    public required string InstrumentHash { get; init; }

    /// <summary>Rounded once, with the instrument's decimals.</summary>
    public required decimal Index { get; init; }

    public required ExactFigure Exact { get; init; }
    public required string Predicate { get; init; }

    /// <summary>By the agency's own ratings; null where they were incomplete.</summary>
    public required decimal? SelfIndex { get; init; }

    /// <summary>Domains and aspects, depth first in reading order.</summary>
    public required IReadOnlyList<ResultNode> Nodes { get; init; }

    /// <summary>In reading order.</summary>
    public required IReadOnlyList<ResultIndicator> Indicators { get; init; }

    public required int Number { get; init; }
    public required DateTime PublishedAt { get; init; }
    public required string Hash { get; init; }

    /// <summary>Version of the engine that computed it.</summary>
    public required string Engine { get; init; }

    /// <summary>All published versions, the one in force first.</summary>
    public required IReadOnlyList<ResultCorrection> Versions { get; init; }
}

/// <summary>Numerator over denominator: nothing is lost to rounding.</summary>
public sealed record ExactFigure(long Numerator, long Denominator);

/// <param name="Code">Of the node.</param>
/// <param name="Tier">For example domain or aspect.</param>
/// <param name="Index">Rounded once from raw values.</param>
/// <param name="Exact">As a fraction.</param>
/// <param name="SelfIndex">By the agency's own ratings.</param>
public sealed record ResultNode(string Code, string Tier, decimal Index, ExactFigure Exact, decimal? SelfIndex);

/// <param name="Code">Of the indicator.</param>
/// <param name="Subject">The service the agency named, where the instrument leaves that to it.</param>
/// <param name="Level">Final value on the indicator's scale.</param>
/// <param name="SelfLevel">What the agency claimed.</param>
/// <param name="Reason">Why it has its value; never says who assessed.</param>
public sealed record ResultIndicator(string Code, string? Subject, decimal Level, decimal? SelfLevel, string? Reason);

/// <param name="Number">1 as first published.</param>
/// <param name="Index">Then.</param>
/// <param name="Predicate">Then.</param>
/// <param name="Reason">Why it was corrected; null for the first.</param>
/// <param name="PublishedAt">In UTC.</param>
public sealed record ResultCorrection(int Number, decimal Index, string Predicate, string? Reason, DateTime PublishedAt);
