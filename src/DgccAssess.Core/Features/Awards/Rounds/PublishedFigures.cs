using System.Text.Json;
using System.Text.Json.Serialization;
using DgccAssess.Core.Features.Results;

namespace DgccAssess.Core.Features.Awards.Rounds;

/// <summary>What an award reads of a snapshot document. The texts in it, nine tenths of the whole, are skipped.</summary>
internal sealed record PublishedFigures
{
    public required SnapshotAgency Agency { get; init; }
    public required SnapshotInstrument Instrument { get; init; }
    public SnapshotSignOff? SignOff { get; init; }
    public required FiguresOfResult Results { get; init; }

    public static PublishedFigures Read(string document) =>
        JsonSerializer.Deserialize(document, PublishedFiguresJson.Default.PublishedFigures) ?? throw new FormatException("This is not a snapshot document.");
}

internal sealed record FiguresOfResult
{
    public SnapshotFigure? Total { get; init; }
    public SnapshotFigure? SelfTotal { get; init; }
    public required IReadOnlyList<SnapshotNode> Nodes { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PublishedFigures))]
internal sealed partial class PublishedFiguresJson : JsonSerializerContext;
