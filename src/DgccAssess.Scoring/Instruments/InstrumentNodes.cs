using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace DgccAssess.Scoring.Instruments;

/// <summary>Walks of the tree that pages, papers and checks share.</summary>
public static class InstrumentNodes
{
    // An instrument never changes: its index lives as long as it does.
    private static readonly ConditionalWeakTable<Instrument, FrozenDictionary<string, Node>> ByCode = [];

    /// <summary>Every node depth first, parents before children, in reading order.</summary>
    public static IEnumerable<Node> AllNodes(this Instrument instrument) => instrument.Nodes.SelectMany(DepthFirst);

    /// <summary>The leaves in reading order.</summary>
    public static IEnumerable<Node> Indicators(this Instrument instrument) => instrument.AllNodes().Where(n => n.Indicator is not null);

    /// <summary>The indicator with this code, if the instrument has one; codes are compared letter by letter.</summary>
    public static Node? FindIndicator(this Instrument instrument, string code) =>
        ByCode.GetValue(instrument, known => known.Indicators().ToFrozenDictionary(n => n.Code, StringComparer.Ordinal)).GetValueOrDefault(code);

    public static Scale ScaleOf(this Instrument instrument, Indicator indicator) => instrument.Scales.First(s => s.Code == indicator.Scale);

    private static IEnumerable<Node> DepthFirst(Node node) => node.Children.SelectMany(DepthFirst).Prepend(node);
}
