using System.Text.Json;
using System.Text.Json.Serialization;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Press;

namespace DgccAssess.Core.Features.National;

/// <summary>A chart of src/press/charts/national.mjs as data; the table beneath it on a page holds the same.</summary>
public sealed record NationalChart
{
    public const string Boxes = "boxes";
    public const string Predicates = "predicates";
    public const string Trend = "trend";

    public static IReadOnlyList<string> Kinds { get; } = [Boxes, Predicates, Trend];

    public required string Kind { get; init; }

    /// <summary>ltr or rtl.</summary>
    public required string Direction { get; init; }

    public required decimal Min { get; init; }
    public required decimal Max { get; init; }

    /// <summary>Instrument, round, version and number of agencies: stands in the picture.</summary>
    public required string Note { get; init; }

    /// <summary>What a break of the series is called.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    public required IReadOnlyList<NationalChartSeries> Series { get; init; }
    public required IReadOnlyList<NationalChartRow> Rows { get; init; }

    /// <summary>Pixels; as chartHeight of the module says.</summary>
    [JsonIgnore]
    public int Height => Kind == Trend ? 340 : 96 + (44 * Rows.Count);

    /// <param name="theme">Colours of the page.</param>
    public PressRequest ToPressRequest(RadarTheme theme) =>
        new(NationalChartRequest.PressKind, JsonSerializer.SerializeToUtf8Bytes(new NationalChartRequest(this, theme), NationalChartJson.Default.NationalChartRequest));
}

public sealed record NationalChartSeries(string Key, string Name);

/// <param name="Name">Of a group, or a round.</param>
/// <param name="Values">One per series.</param>
/// <param name="Texts">The same in the reader's digits.</param>
/// <param name="IsBreak">The series is broken before it.</param>
public sealed record NationalChartRow(string Name, IReadOnlyList<decimal?> Values, IReadOnlyList<string> Texts, bool IsBreak = false);

internal sealed record NationalChartRequest(NationalChart Chart, RadarTheme Theme)
{
    public const string PressKind = "national-chart";

    public string Kind => PressKind;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NationalChartRequest))]
internal sealed partial class NationalChartJson : JsonSerializerContext;
