using System.Globalization;
using System.Text.RegularExpressions;
using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Core.Features.Instruments.Files;

/// <summary>Reads what makes a leaf answerable: its scale, criteria per level and kinds of evidence.</summary>
internal sealed partial class IndicatorYaml(IReadOnlyList<Scale> scales)
{
    private const int MaxEvidenceKinds = 20;

    public Indicator Read(YamlReader group, string code)
    {
        var scale = Scale(group);
        var imported = group.Flag("imported");
        var criteria = imported ? group.Optional("criteria") : group.Required("criteria");
        var levels = criteria is null ? null : YamlReader.Of(group.File, criteria, group.Log);
        return new Indicator
        {
            Scale = scale?.Code ?? string.Empty,
            Levels = levels is null ? [] : Levels(levels, code, scale),
            EvidenceKinds = EvidenceKinds(group, code),
            NamedByAgency = group.Flag("namedByAgency"),
            Imported = imported,
            Draft = group.Flag("draft"),
        };
    }

    private Scale? Scale(YamlReader group)
    {
        var code = group.Text("scale");
        var scale = scales.FirstOrDefault(s => s.Code == code);
        // A faulty list of scales has been reported where it stands.
        if (code is not null && scale is null && scales.Count > 0)
        {
            var known = scales.Select(s => s.Code).ToList();
            var message = $"There is no scale '{YamlReader.Shorten(code)}'.{Nearest.Hint(code, known)}";
            group.Log.Add(group.File, group.PositionOf("scale"), message, $"Use one of: {string.Join(", ", known)}.");
        }

        return scale;
    }

    private static IReadOnlyList<LevelCriteria> Levels(YamlReader group, string code, Scale? scale)
    {
        var levels = new SortedDictionary<int, LevelCriteria>();
        foreach (var entry in group.Entries)
        {
            if (group.WholeNumberOf(entry.Key, "criteria") is not { } level)
            {
                continue;
            }

            if (levels.ContainsKey(level) || scale?.Levels.Contains(level) == false)
            {
                var message = $"The scale '{scale?.Code}' has no level {level}, or it stands twice.";
                group.Log.Add(group.File, entry.Key.At, message, $"Its levels are {string.Join(", ", scale?.Levels ?? [])}.");
            }

            levels[level] = new LevelCriteria(level, Criteria(group, entry, code, level));
        }

        // Level N holds only through its criteria, so only the floor may go without.
        var missing = scale?.Levels.Skip(1).Where(l => !levels.ContainsKey(l)).ToList() ?? [];
        if (missing.Count > 0)
        {
            var message = $"{code} has no criteria for level {string.Join(", ", missing)}.";
            group.Log.Add(group.File, group.At, message, "Add at least one criterion per level, for example 2: [a].");
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
            group.Log.Add(group.File, group.PositionOf("evidence"), message, $"Write the number of texts '{code}.evidence.1', '{code}.evidence.2' and so on.");
            return [];
        }

        return [.. Enumerable.Range(1, count).Select(n => string.Create(CultureInfo.InvariantCulture, $"{code}.evidence.{n}"))];
    }

    [GeneratedRegex("^[a-z]$", RegexOptions.None, 1000)]
    private static partial Regex Letter();
}
