using DgccAssess.Core.Features.Countries;

namespace DgccAssess.Core.Features.Comparison;

/// <summary>Where a row's figures come from and what is hidden there, at the end of every table of figures: a row cut out of its file still says so.</summary>
internal static class SourceColumns
{
    public static IReadOnlyList<string> Names { get; } = ["version", "sharing_level", "agreement", "data_as_of", "threshold", "hidden"];

    /// <param name="source">With its payload: the threshold below which counts are hidden, and how many figures are, stand in it.</param>
    public static object?[] Of(SharedRound source) =>
        [source.Number, (int)source.Level, source.Agreement, source.PublishedAt, source.Payload!.Suppression.Threshold, source.Payload.Suppression.Hidden];
}
