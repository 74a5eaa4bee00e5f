using System.Globalization;
using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Core.Features.Instruments.Files;

/// <summary>Reads the weighted tree and checks the weights at every tier.</summary>
internal sealed class NodesYaml(YamlReader yaml, IReadOnlyList<string> tiers, IReadOnlyList<Scale> scales)
{
    // Their names would collide with other keys of the texts files.
    private static readonly string[] Reserved = [TextKeys.Title, "tier", "scale", "predicate"];

    private readonly Codes codes = new("node");
    private readonly IndicatorYaml indicators = new(scales);

    public IReadOnlyList<Node> Read(decimal? totalWeight)
    {
        var items = yaml.List("nodes");
        if (yaml.Has("nodes") && items.Count == 0)
        {
            yaml.Log.Add(yaml.File, yaml.PositionOf("nodes"), "There are no nodes.", "Add at least one indicator.");
        }

        var nodes = ReadAll(items, 0);
        CheckSum(nodes, totalWeight, "totalWeight", yaml.PositionOf("totalWeight"));
        return nodes.Nodes;
    }

    private (List<Node> Nodes, bool Sound) ReadAll(IReadOnlyList<YamlNode> items, int depth)
    {
        var nodes = items.Select(n => YamlReader.Of(yaml.File, n, yaml.Log)).OfType<YamlReader>().Select(g => Read(g, depth)).OfType<Node>().ToList();
        return (nodes, nodes.Count == items.Count);
    }

    private Node? Read(YamlReader group, int depth)
    {
        var before = group.Log.Count;
        var code = codes.Read(group, "code");
        if (code is not null && Reserved.Contains(code, StringComparer.Ordinal))
        {
            group.Log.Add(group.File, group.PositionOf("code"), $"A node can't have the code '{code}'.", "Choose a code such as D1 or I1.");
        }

        var weight = Weight(group);
        var sound = group.Log.Count == before;
        var children = group.Optional("nodes") is { } nodes ? Children(group, nodes, weight, depth) : null;
        var indicator = children is null ? indicators.Read(group, code ?? "?") : null;
        group.RefuseOtherKeys();
        return !sound || tiers.Count == 0
            ? null
            : new Node
            {
                Code = code!,
                Tier = children is null ? tiers[^1] : tiers[Math.Min(depth, tiers.Count - 1)],
                Weight = weight!.Value,
                Children = children ?? [],
                Indicator = indicator,
            };
    }

    private List<Node> Children(YamlReader group, YamlNode list, decimal? weight, int depth)
    {
        var items = group.ListOf(list, "nodes");
        if (depth + 1 >= tiers.Count)
        {
            group.Log.Add(group.File, list.At, "The tree is deeper than 'tiers' says.", "Add a tier to 'tiers', or move these nodes up.");
            return [];
        }

        if (items.Count == 0 && list is YamlList)
        {
            group.Log.Add(group.File, list.At, "This group has no nodes.", "Add its nodes, or delete the group.");
        }

        var children = ReadAll(items, depth + 1);
        CheckSum(children, weight, "weight", group.PositionOf("weight"));
        return children.Nodes;
    }

    private static decimal? Weight(YamlReader group)
    {
        var weight = group.Number("weight");
        if (weight <= 0)
        {
            group.Log.Add(group.File, group.PositionOf("weight"), "A weight must be greater than 0.", "Write the weight, for example 2.75.");
        }

        return weight;
    }

    private void CheckSum((List<Node> Nodes, bool Sound) below, decimal? expected, string key, Position at)
    {
        var sum = below.Nodes.Sum(n => n.Weight);
        if (expected is not null && below is { Sound: true, Nodes.Count: > 0 } && sum != expected)
        {
            var parts = string.Join(" + ", below.Nodes.Take(12).Select(n => n.Weight.ToString(CultureInfo.InvariantCulture)));
            var message = string.Create(CultureInfo.InvariantCulture, $"'{key}' is {expected}, but the weights below it sum to {sum}.");
            yaml.Log.Add(yaml.File, at, message, $"Correct one of them ({parts}{(below.Nodes.Count > 12 ? " + ..." : string.Empty)}).");
        }
    }
}
