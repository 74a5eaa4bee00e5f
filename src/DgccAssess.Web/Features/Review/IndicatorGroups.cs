using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Web.Features.Review;

/// <summary>One heading of a list of indicators; an instrument without groups has one without a node.</summary>
/// <param name="Node">The group; null for the whole instrument.</param>
/// <param name="Depth">0 for the first tier.</param>
/// <param name="Indicators">The indicators directly beneath, in reading order.</param>
public sealed record IndicatorGroup(Node? Node, int Depth, IReadOnlyList<Node> Indicators);

public static class IndicatorGroups
{
    /// <summary>The tree of any depth as headings in reading order.</summary>
    public static IReadOnlyList<IndicatorGroup> Groups(this Instrument instrument)
    {
        var roots = instrument.Nodes.Where(n => n.Indicator is not null).ToList();
        return [.. roots.Count > 0 ? [new IndicatorGroup(null, 0, roots)] : Array.Empty<IndicatorGroup>(), .. instrument.Nodes.SelectMany(n => Groups(n, 0))];
    }

    /// <summary>Names of the groups above an indicator, from the root.</summary>
    public static IReadOnlyList<Node> Above(this Instrument instrument, string indicator) => Path(instrument.Nodes, indicator) ?? [];

    private static IEnumerable<IndicatorGroup> Groups(Node node, int depth) => node.Indicator is not null
        ? []
        : [new(node, depth, [.. node.Children.Where(c => c.Indicator is not null)]), .. node.Children.SelectMany(c => Groups(c, depth + 1))];

    private static List<Node>? Path(IEnumerable<Node> nodes, string indicator)
    {
        foreach (var node in nodes)
        {
            if (node.Indicator is not null && node.Code == indicator) return [];
            if (Path(node.Children, indicator) is { } below) return [node, .. below];
        }

        return null;
    }
}
