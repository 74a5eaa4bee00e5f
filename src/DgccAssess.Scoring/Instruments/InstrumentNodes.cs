namespace DgccAssess.Scoring.Instruments;

/// <summary>Walks of the tree that pages, papers and checks share.</summary>
public static class InstrumentNodes
{
    /// <summary>Every node depth first, parents before children, in reading order.</summary>
    public static IEnumerable<Node> AllNodes(this Instrument instrument) => instrument.Nodes.SelectMany(DepthFirst);

    /// <summary>The leaves in reading order.</summary>
    public static IEnumerable<Node> Indicators(this Instrument instrument) => instrument.AllNodes().Where(n => n.Indicator is not null);

    public static Scale ScaleOf(this Instrument instrument, Indicator indicator) => instrument.Scales.First(s => s.Code == indicator.Scale);

    private static IEnumerable<Node> DepthFirst(Node node) => node.Children.SelectMany(DepthFirst).Prepend(node);
}
