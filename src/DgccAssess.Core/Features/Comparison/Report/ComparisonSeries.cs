using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Core.Features.Comparison.Report;

/// <param name="Most">Rounds of one country that the paper has room for.</param>
/// <param name="IsCut">Some country has more.</param>
/// <param name="OneRound">Ids of compared countries with one round only.</param>
/// <param name="Rounds">Country by country, the earliest first.</param>
public sealed record ComparisonSeries(int Most, bool IsCut, IReadOnlyList<string> OneRound, IReadOnlyList<ComparisonSeriesRound> Rounds);

/// <summary>A round of a country in the series, with all that its figures must never be without.</summary>
public sealed record ComparisonSeriesRound
{
    /// <summary>Id of the country.</summary>
    public required string Country { get; init; }

    public required string Round { get; init; }

    /// <summary>Code of the instrument, SHA-256 of its version, and version of the mapping to the core.</summary>
    public required string Instrument { get; init; }

    public required string Hash { get; init; }
    public required int Mapping { get; init; }
    public required CoreStage Stage { get; init; }

    /// <summary>In per cent; null where it is not known.</summary>
    public required decimal? Verified { get; init; }

    /// <summary>The one before it here was measured otherwise.</summary>
    public required bool Breaks { get; init; }

    /// <summary>One per question of the core, in its order.</summary>
    public required IReadOnlyList<ComparisonPoint> Points { get; init; }
}

/// <param name="Question">Its code.</param>
/// <param name="Answered">Agencies with an answer; null where the question may not be shown.</param>
/// <param name="Counts">Of the three bands, from the lowest, each null where hidden; none where the question may not be shown.</param>
public sealed record ComparisonPoint(string Question, int? Answered, IReadOnlyList<int?> Counts);
