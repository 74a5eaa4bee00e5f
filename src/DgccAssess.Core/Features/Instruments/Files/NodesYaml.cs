using DgccAssess.Core.Files.Yaml;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Core.Features.Instruments.Files;

/// <summary>Reads the weighted tree.</summary>
internal sealed class NodesYaml(YamlReader yaml, IReadOnlyList<string> tiers, Places places)
{
    // Their names would collide with other keys of the texts files.
    private static readonly string[] Reserved = [TextKeys.Title, "tier", "scale", "predicate"];

    private readonly Codes codes = new("node");
    private readonly IndicatorYaml indicators = new(places);

    public IReadOnlyList<Node> Read()
    {
        places.Add("nodes", yaml.PositionOf("totalWeight"));
        return ReadAll(yaml.List("nodes"), 0, "nodes");
    }

    private List<Node> ReadAll(IReadOnlyList<YamlNode> items, int depth, string parentPath) =>
        [.. items.Select(n => YamlReader.Of(yaml.File, n, yaml.Log)).OfType<YamlReader>().Select(g => Read(g, depth, parentPath))];

    private Node Read(YamlReader group, int depth, string parentPath)
    {
        var code = codes.Read(group, "code") ?? string.Empty;
        if (Reserved.Contains(code, StringComparer.OrdinalIgnoreCase))
        {
            group.Log.Add(group.File, group.PositionOf("code"), $"A node can't have the code '{code}'.", "Choose a code such as D1 or I1.");
        }

        var path = $"{parentPath}/{code}";
        places.Add(path, group.At);
        foreach (var key in (string[])["code", "weight", "scale", "draft", "nodes", "criteria", "evidence"])
        {
            places.Add($"{path}/{key}", group.PositionOf(key));
        }

        var weight = group.Number("weight");
        var children = group.Optional("nodes") is { } nodes ? ReadAll(group.ListOf(nodes, "nodes"), depth + 1, path) : null;
        var indicator = children is null ? indicators.Read(group, code, path) : null;
        group.RefuseOtherKeys();
        return new Node
        {
            Code = code,
            Tier = depth < tiers.Count ? tiers[depth] : string.Empty,
            Weight = weight ?? 0,
            Children = children ?? [],
            Indicator = indicator,
        };
    }
}
