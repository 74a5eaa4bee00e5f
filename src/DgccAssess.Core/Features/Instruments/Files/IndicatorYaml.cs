using System.Globalization;
using System.Text.RegularExpressions;
using DgccAssess.Core.Files.Yaml;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Core.Features.Instruments.Files;

/// <summary>Reads what makes a leaf answerable: its scale, criteria per level and kinds of evidence.</summary>
internal sealed partial class IndicatorYaml(Places places)
{
    private const int MaxEvidenceKinds = 20;

    public Indicator Read(YamlReader group, string code, string path)
    {
        var scale = group.Text("scale") ?? string.Empty;
        var imported = group.Flag("imported");
        var criteria = imported ? group.Optional("criteria") : group.Required("criteria");
        return new Indicator
        {
            Scale = scale,
            Imported = imported,
            Levels = criteria is not null && YamlReader.Of(group.File, criteria, group.Log) is { } levels ? Levels(levels, code, path) : [],
            EvidenceKinds = EvidenceKinds(group, code),
            NamedByAgency = group.Flag("namedByAgency"),
            Draft = group.Flag("draft"),
        };
    }

    private IReadOnlyList<LevelCriteria> Levels(YamlReader group, string code, string path)
    {
        var levels = new SortedDictionary<int, LevelCriteria>();
        foreach (var entry in group.Entries)
        {
            if (group.WholeNumberOf(entry.Key, "criteria") is not { } level)
            {
                continue;
            }

            // "2" and "02" are different keys of the same level.
            if (!levels.TryAdd(level, new LevelCriteria(level, Criteria(group, entry, code, level))))
            {
                group.Log.Add(group.File, entry.Key.At, $"Level {level} stands twice.", "Put its criteria into one list.");
            }

            places.Add(string.Create(CultureInfo.InvariantCulture, $"{path}/criteria/{level}"), entry.Key.At);
        }

        return [.. levels.Values];
    }

    private static List<string> Criteria(YamlReader group, YamlEntry entry, string code, int level)
    {
        var letters = new List<string>();
        foreach (var node in group.ListOf(entry.Value, entry.Key.Value))
        {
            if (group.TextOf(node, entry.Key.Value) is not { } letter)
            {
                continue;
            }

            if (!Letter().IsMatch(letter) || letters.Contains(letter))
            {
                var message = $"'{YamlReader.Shorten(letter)}' is no criterion of level {level}, or stands twice.";
                group.Log.Add(group.File, node.At, message, "Use the letters a, b, c, each once per level.");
            }

            letters.Add(letter);
        }

        if (letters.Count == 0 && entry.Value is YamlList)
        {
            group.Log.Add(group.File, entry.Value.At, $"Level {level} has no criteria.", "Add at least one, for example [a].");
        }

        return [.. letters.Select(l => string.Create(CultureInfo.InvariantCulture, $"{code}.{level}.{l}"))];
    }

    private static IReadOnlyList<string> EvidenceKinds(YamlReader group, string code)
    {
        var count = group.WholeNumber("evidence") ?? 0;
        if (count is < 0 or > MaxEvidenceKinds)
        {
            var message = $"'evidence' is the number of kinds of evidence, from 0 to {MaxEvidenceKinds}.";
            group.Log.Add(group.File, group.PositionOf("evidence"), message, $"Count the texts '{code}.evidence.1', '{code}.evidence.2' and so on.");
            return [];
        }

        return [.. Enumerable.Range(1, count).Select(n => string.Create(CultureInfo.InvariantCulture, $"{code}.evidence.{n}"))];
    }

    [GeneratedRegex("^[a-z]$", RegexOptions.None, 1000)]
    private static partial Regex Letter();
}
