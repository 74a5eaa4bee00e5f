using System.Text.Json;
using System.Text.Json.Serialization;
using DgccAssess.Core.Press;

namespace DgccAssess.Core.Features.Results.Report;

/// <summary>The radar of a result as a request to the press: groups that hold indicators as axes, the published figures as values.</summary>
public sealed record RadarRequest(RadarChart Chart, RadarTheme Theme, string Snapshot)
{
    public const string PressKind = "radar";

    public string Kind => PressKind;

    /// <param name="report">In the language of the names.</param>
    /// <param name="external">Name of the assessors' series.</param>
    /// <param name="self">Name of the agency's own.</param>
    /// <param name="theme">Colours of the page.</param>
    public static RadarRequest Of(ReportDocument report, string external, string self, RadarTheme theme)
    {
        var axes = report.Axes();
        var series = new RadarSeries("agency", external, [.. axes.Select(a => (double?)a.Published)]);
        var own = new RadarSeries("self", self, [.. axes.Select(a => (double?)a.Self)]);
        return new RadarRequest(
            new RadarChart([.. axes.Select(a => new RadarAxis(a.Code, a.Name))], 0, (int)report.Instrument.Scales.Max(s => s.Levels.Max(l => l.Value)),
                axes.Any(a => a.Self is not null) ? [series, own] : [series]),
            theme, report.Snapshot.Hash);
    }

    public PressRequest ToPressRequest() => new(Kind, JsonSerializer.SerializeToUtf8Bytes(this, RadarJson.Default.RadarRequest));
}

public sealed record RadarChart(IReadOnlyList<RadarAxis> Axes, int Min, int Max, IReadOnlyList<RadarSeries> Series);

public sealed record RadarAxis(string Code, string Name);

public sealed record RadarSeries(string Key, string Name, IReadOnlyList<double?> Values);

/// <summary>Colours over those of src/press/charts/radar.mjs; null keeps its own.</summary>
public sealed record RadarTheme(string? Accent = null, string? Second = null, string? Text = null, string? Muted = null, string? Line = null, string? Band = null, string? Names = null)
{
    /// <summary>Codes instead of names beside the axes, for a narrow screen.</summary>
    public RadarTheme WithCodes() => this with { Names = "codes" };

    public static RadarTheme Light { get; } = new();

    public static RadarTheme Dark { get; } = new("#7db8e8", "#e0ad5a", "#e8ecf0", "#a9b4bf", "#4a5763", "#1d2630");
}

public static class ReportAxes
{
    /// <summary>The groups that hold indicators (aspects), in reading order.</summary>
    public static IReadOnlyList<ReportNode> Axes(this ReportDocument report)
    {
        var parents = report.Indicators.Select(i => i.Parent).ToHashSet(StringComparer.Ordinal);
        return [.. report.Nodes.Where(n => parents.Contains(n.Code))];
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RadarRequest))]
internal sealed partial class RadarJson : JsonSerializerContext;
