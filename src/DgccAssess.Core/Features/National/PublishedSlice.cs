using System.Text.Json;
using System.Text.Json.Serialization;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Review;
using DgccAssess.Scoring.Indices;

namespace DgccAssess.Core.Features.National;

/// <summary>What a national result takes from a published snapshot. Explanations, most of a document, are passed over unread.</summary>
internal sealed record PublishedSlice
{
    public required SnapshotAgency Agency { get; init; }
    public required SnapshotInstrument Instrument { get; init; }
    public SliceSignOff? SignOff { get; init; }
    public required IReadOnlyList<SliceInput> Inputs { get; init; }
    public required SliceResults Results { get; init; }

    public static PublishedSlice Read(string json) =>
        JsonSerializer.Deserialize(json, SliceJson.Default.PublishedSlice) ?? throw new FormatException("This is not a snapshot document.");

    /// <summary>The final value of each indicator; null is "not applicable".</summary>
    public Dictionary<string, decimal?> FinalRatings() =>
        Inputs.ToDictionary(input => input.Indicator, input => input.Final?.Value, StringComparer.Ordinal);

    public HashSet<string> FinalCriteria() => Inputs.SelectMany(input => input.Final?.Criteria ?? []).ToHashSet(StringComparer.Ordinal);

    public static ExactIndex IndexOf(SnapshotFigure? figure) => figure is null ? ExactIndex.None : new ExactIndex(figure.Numerator, figure.Denominator);
}

internal sealed record SliceSignOff(bool PublicationConsent);

internal sealed record SliceInput(string Indicator, IReadOnlyList<SliceRating> Ratings)
{
    public SliceRating? Final => Ratings.FirstOrDefault(rating => rating.Stage is Stage.Final);
}

internal sealed record SliceRating(Stage Stage, decimal? Value, IReadOnlyList<string> Criteria);

internal sealed record SliceResults(SnapshotFigure Total, SnapshotFigure? SelfTotal, IReadOnlyList<SnapshotNode> Nodes);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true, Converters = [typeof(CamelCaseConverter<Stage>)])]
[JsonSerializable(typeof(PublishedSlice))]
internal sealed partial class SliceJson : JsonSerializerContext;
