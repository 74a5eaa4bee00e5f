namespace DgccAssess.Core.Features.Results.Report;

/// <summary>What the report tells about the instrument version, in the document's language.</summary>
public sealed record ReportInstrument
{
    public required string Code { get; init; }
    public required string Title { get; init; }
    public string? LegalBasis { get; init; }

    /// <summary>SHA-256 of the version's canonical JSON, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>Of the published figures.</summary>
    public required int Decimals { get; init; }

    public required IReadOnlyList<ReportScale> Scales { get; init; }
    public required IReadOnlyList<ReportPredicate> Predicates { get; init; }
}

public sealed record ReportScale(string Code, IReadOnlyList<ReportLevel> Levels);

public sealed record ReportLevel(decimal Value, string Name);

public sealed record ReportPredicate(string Code, string Name, decimal From, decimal To, bool ToInclusive);
