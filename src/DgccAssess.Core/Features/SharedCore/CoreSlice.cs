using System.Text.Json;
using System.Text.Json.Serialization;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Review;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Core.Features.SharedCore;

/// <summary>What the core takes from a published snapshot; all else is passed over unread.</summary>
internal sealed record CoreSlice
{
    public required SnapshotAgency Agency { get; init; }
    public required IReadOnlyList<CoreSliceInput> Inputs { get; init; }

    public static CoreSlice Read(string json) => JsonSerializer.Deserialize(json, CoreSliceJson.Default.CoreSlice) ?? throw new FormatException("This is not a snapshot document.");

    /// <summary>The final values. A place is unnamed where the instrument leaves the naming to the agency and it named nothing; verified is what an assessor rated himself.</summary>
    public CoreAgency ToAgency(Instrument instrument)
    {
        var named = instrument.Indicators().Where(node => node.Indicator!.NamedByAgency).Select(node => node.Code).ToHashSet(StringComparer.Ordinal);
        return new CoreAgency
        {
            Code = Agency.Code,
            Group = Agency.Group,
            Values = Inputs.ToDictionary(input => input.Indicator, input => input.Ratings.FirstOrDefault(rating => rating.Stage is Stage.Final)?.Value, StringComparer.Ordinal),
            Unnamed = Inputs.Where(input => named.Contains(input.Indicator) && string.IsNullOrWhiteSpace(input.Subject)).Select(input => input.Indicator).ToHashSet(StringComparer.Ordinal),
            Verified = Inputs.Where(input => input.Ratings.Any(rating => rating is { Assessor: not null, Value: not null })).Select(input => input.Indicator).ToHashSet(StringComparer.Ordinal),
        };
    }
}

internal sealed record CoreSliceInput(string Indicator, string? Subject, IReadOnlyList<CoreSliceRating> Ratings);

internal sealed record CoreSliceRating(Stage Stage, int? Assessor, decimal? Value);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(CamelCaseConverter<Stage>)])]
[JsonSerializable(typeof(CoreSlice))]
internal sealed partial class CoreSliceJson : JsonSerializerContext;
