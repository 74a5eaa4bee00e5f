using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Scoring.Indices;

/// <summary>Lays the tree out depth first, the whole instrument at position 0.</summary>
internal sealed class PlanBuilder(Instrument instrument)
{
    private readonly Dictionary<string, Scale> scales = instrument.Scales.ToDictionary(scale => scale.Code, StringComparer.Ordinal);
    private int indicatorCount;

    public List<PlanNode> Nodes { get; } = [];

    public void Build()
    {
        var weight = instrument.Nodes.Sum(node => node.Weight);
        Nodes.Add(new PlanNode { Code = instrument.Code, Tier = "", Weight = weight, Depth = 0, Parent = -1, FirstIndicator = 0 });
        AddChildren(instrument.Nodes, parent: 0);
    }

    private void AddChildren(IReadOnlyList<Node> children, int parent)
    {
        foreach (var node in children)
        {
            var position = Nodes.Count;
            Nodes.Add(new PlanNode
            {
                Code = node.Code,
                Tier = node.Tier,
                Weight = node.Weight,
                Depth = Nodes[parent].Depth + 1,
                Parent = parent,
                FirstIndicator = indicatorCount,
                IndicatorCount = 1,
                Indicator = node.Indicator,
                Scale = node.Indicator is { } indicator ? scales[indicator.Scale] : null,
            });
            if (node.Indicator is null)
                AddChildren(node.Children, position);
            else
                indicatorCount++;
        }
        Nodes[parent] = Nodes[parent] with { IndicatorCount = indicatorCount - Nodes[parent].FirstIndicator };
    }
}
