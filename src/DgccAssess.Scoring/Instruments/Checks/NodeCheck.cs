using DgccAssess.Scoring.Indices;

namespace DgccAssess.Scoring.Instruments.Checks;

internal sealed class NodeCheck
{
    // Scoring keeps one running sum per indicator on the stack.
    private const int MaxIndicators = 1000;
    private const decimal MaxWeight = 1_000_000_000;

    private readonly Instrument instrument;
    private readonly ProblemList problems;
    private readonly CodeRegister nodeCodes;
    private readonly IndicatorCheck indicators;
    private readonly List<decimal> leafWeights = [];

    private NodeCheck(Instrument instrument, ProblemList problems)
    {
        (this.instrument, this.problems) = (instrument, problems);
        nodeCodes = new CodeRegister(problems);
        indicators = new IndicatorCheck(instrument, problems);
    }

    public static void Check(Instrument instrument, decimal? totalWeight, ProblemList problems)
    {
        if (instrument.Nodes.Count == 0)
            problems.Error("nodes", InstrumentProblemCodes.NodesEmpty);
        if (totalWeight is { } total)
            CheckSum(total, instrument.Nodes, "nodes", problems);

        var check = new NodeCheck(instrument, problems);
        check.Visit(instrument.Nodes, depth: 0, "nodes");
        if (check.leafWeights.Count > 0)
            check.CheckLeavesTogether();
    }

    private void CheckLeavesTogether()
    {
        indicators.ReportUnusedScales();
        if (leafWeights.Count > MaxIndicators)
            problems.Error("nodes", InstrumentProblemCodes.IndicatorCount, leafWeights.Count, MaxIndicators);
        else if (leafWeights.TrueForAll(IsUsable) && !WeightScaling.TryScale(leafWeights, out _))
            problems.Error("nodes", InstrumentProblemCodes.WeightPrecision);
    }

    private void Visit(IReadOnlyList<Node> nodes, int depth, string parentPath)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i];
            var path = $"{parentPath}/{CodeRegister.Segment(node.Code, i)}";
            nodeCodes.Add(node.Code, $"{path}/code");
            if (!IsUsable(node.Weight))
                problems.Error($"{path}/weight", InstrumentProblemCodes.WeightRange, node.Weight, MaxWeight);
            if (depth >= instrument.Tiers.Count || depth >= HeaderCheck.MaxTiers)
                continue;
            if (!string.Equals(node.Tier, instrument.Tiers[depth], StringComparison.Ordinal))
                problems.Error($"{path}/tier", InstrumentProblemCodes.TierDepth, instrument.Tiers[depth], node.Tier);
            if (depth == instrument.Tiers.Count - 1)
                VisitLeaf(node, path);
            else
                VisitGroup(node, depth, path);
        }
    }

    private void VisitLeaf(Node node, string path)
    {
        leafWeights.Add(node.Weight);
        if (node.Children.Count > 0)
            problems.Error($"{path}/nodes", InstrumentProblemCodes.TooDeep, instrument.Tiers[^1]);
        if (node.Indicator is { } indicator)
            indicators.Check(indicator, path);
        else
            problems.Error(path, InstrumentProblemCodes.IndicatorMissing, node.Tier);
    }

    private void VisitGroup(Node node, int depth, string path)
    {
        if (node.Indicator is not null)
            problems.Error(path, InstrumentProblemCodes.IndicatorAboveLeaf, node.Tier);
        if (node.Children.Count == 0)
            problems.Error(path, InstrumentProblemCodes.ChildrenMissing, node.Tier);
        else
            CheckSum(node.Weight, node.Children, $"{path}/weight", problems);
        Visit(node.Children, depth + 1, path);
    }

    private static bool IsUsable(decimal weight) => weight is > 0 and <= MaxWeight;

    private static void CheckSum(decimal declared, IReadOnlyList<Node> parts, string path, ProblemList problems)
    {
        if (!parts.All(part => IsUsable(part.Weight)))
            return;
        var sum = parts.Sum(part => part.Weight);
        if (sum != declared)
            problems.Error(path, InstrumentProblemCodes.WeightSum, declared, sum);
    }
}
