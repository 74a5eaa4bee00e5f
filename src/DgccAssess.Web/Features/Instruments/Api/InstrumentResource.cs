using DgccAssess.Core.Files;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Web.Infrastructure;

namespace DgccAssess.Web.Features.Instruments.Api;

/// <summary>A version of an instrument that the space holds.</summary>
/// <param name="Hash">Its name: SHA-256 of its canonical JSON, lower-case hex.</param>
/// <param name="Code">Several versions can share it.</param>
/// <param name="ImportedAt">In UTC.</param>
public sealed record InstrumentVersionResource(string Hash, string Code, DateTime ImportedAt)
{
    public static CsvTable<InstrumentVersionResource> Table { get; } = new(("hash", v => v.Hash), ("code", v => v.Code), ("importedAt", v => v.ImportedAt));
}

/// <summary>The whole of an instrument version: the very bytes its hash is of.</summary>
public sealed record InstrumentResource
{
    public required string Code { get; init; }

    /// <summary>Nothing may be published on a draft.</summary>
    public required bool Draft { get; init; }

    /// <summary>Of the canonical JSON.</summary>
    public required int Format { get; init; }

    /// <summary>BCP 47; the first is the reference language.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    public required string? LegalBasis { get; init; }

    /// <summary>Roots of the weighted tree, in reading order.</summary>
    public required IReadOnlyList<InstrumentNode> Nodes { get; init; }

    public required NotApplicablePolicy NotApplicable { get; init; }

    /// <summary>Named ranges of the published index.</summary>
    public required IReadOnlyList<InstrumentPredicate> Predicates { get; init; }

    public required InstrumentRounding Rounding { get; init; }
    public required IReadOnlyList<InstrumentScale> Scales { get; init; }

    /// <summary>Words by language and key.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Texts { get; init; }

    /// <summary>From the root to the leaf.</summary>
    public required IReadOnlyList<string> Tiers { get; init; }
}

/// <summary>A group with children, or a leaf with an indicator.</summary>
/// <param name="Code">Of the node.</param>
/// <param name="Tier">For example domain.</param>
/// <param name="Weight">In the instrument's own unit; a group's is the sum of its children's.</param>
/// <param name="Children">In reading order; empty for a leaf.</param>
/// <param name="Indicator">Null for a group.</param>
public sealed record InstrumentNode(string Code, string Tier, decimal Weight, IReadOnlyList<InstrumentNode> Children, InstrumentIndicator? Indicator);

/// <summary>What makes a leaf answerable.</summary>
/// <param name="Scale">Code of its scale.</param>
/// <param name="Levels">Criteria by level, ascending.</param>
/// <param name="EvidenceKinds">Codes of what is expected as evidence.</param>
/// <param name="NamedByAgency">The agency names the service it is rated on.</param>
/// <param name="Imported">The value comes from another body's index.</param>
/// <param name="Draft">The wording is not settled.</param>
public sealed record InstrumentIndicator(string Scale, IReadOnlyList<InstrumentLevel> Levels, IReadOnlyList<string> EvidenceKinds, bool NamedByAgency, bool Imported, bool Draft);

/// <param name="Level">On the scale.</param>
/// <param name="Criteria">Codes of what it asks beyond the levels below.</param>
public sealed record InstrumentLevel(int Level, IReadOnlyList<string> Criteria);

/// <param name="Code">Of the predicate.</param>
/// <param name="From">Belongs to it.</param>
/// <param name="To">Belongs to it only where toInclusive says so.</param>
/// <param name="ToInclusive">Whether the upper limit belongs to it.</param>
public sealed record InstrumentPredicate(string Code, decimal From, decimal To, bool ToInclusive);

/// <summary>How an exact index becomes the published figure: once, never from rounded parts.</summary>
/// <param name="Decimals">0 to 6.</param>
/// <param name="Mode">What becomes of the digits dropped.</param>
public sealed record InstrumentRounding(int Decimals, RoundingMode Mode);

/// <param name="Code">Of the scale.</param>
/// <param name="Levels">Strictly ascending.</param>
/// <param name="AllowsDecimals">A rating may lie between two levels.</param>
public sealed record InstrumentScale(string Code, IReadOnlyList<int> Levels, bool AllowsDecimals);
