using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments.Files;
using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;
using DgccAssess.Scoring.Awards;

namespace DgccAssess.Core.Features.Awards.Files;

/// <summary>Reads one category of an award.</summary>
internal sealed class CategoryYaml(YamlReader yaml, string code, IReadOnlyList<string> languages, Places places, Dictionary<string, LocalizedText> names)
{
    private readonly string path = $"categories/{code}";

    public AwardCategory Read()
    {
        places.Add(path, yaml.At);
        foreach (var key in new[] { "winners", "threshold", "measure", "levels", "tieBreaks" }) places.Add($"{path}/{key}", yaml.PositionOf(key));
        var category = new AwardCategory
        {
            Code = code,
            Eligibility = yaml.Optional("eligibility") is { } node && YamlReader.Of(yaml.File, node, yaml.Log) is { } group ? Eligibility(group) : new Eligibility(),
            Measure = Measure(),
            Winners = yaml.Has("winners") ? yaml.WholeNumber("winners") : null,
            Threshold = yaml.Has("threshold") ? yaml.Number("threshold") : null,
            Levels = Levels(),
            TieBreaks = [.. yaml.OptionalList("tieBreaks").Select(n => YamlReader.Of(yaml.File, n, yaml.Log)).OfType<YamlReader>().Select(y => Figure(y, last: true))],
        };
        // Known though absent, so that the hint for a misspelt key can name them.
        _ = (yaml.Optional("winners"), yaml.Optional("threshold"));
        yaml.RefuseOtherKeys();
        return category;
    }

    private Eligibility Eligibility(YamlReader group)
    {
        foreach (var key in new[] { "groups", "regions", "minimumPredicate", "minimumIndex" }) places.Add($"{path}/{key}", group.PositionOf(key));
        var eligibility = new Eligibility
        {
            Groups = Codes(group, "groups"),
            Regions = Codes(group, "regions"),
            MinimumPredicate = group.OptionalText("minimumPredicate"),
            MinimumIndex = group.Optional("minimumIndex") is { } index ? group.NumberOf(index, "minimumIndex") : null,
            Allow = Allow(group),
        };
        group.RefuseOtherKeys();
        return eligibility;
    }

    private static List<string> Codes(YamlReader group, string key) => [.. group.OptionalList(key).Select(n => group.TextOf(n, key)).OfType<string>()];

    private static List<EntryWaiver> Allow(YamlReader group)
    {
        var words = Enum.GetValues<EntryWaiver>().ToDictionary(w => CanonicalText.Word(w.ToString()), w => w, StringComparer.Ordinal);
        var found = new List<EntryWaiver>();
        foreach (var node in group.OptionalList("allow"))
        {
            if (group.TextOf(node, "allow") is not { } word) continue;
            if (words.TryGetValue(word, out var waiver) && !found.Contains(waiver)) found.Add(waiver);
            else group.Log.Add(group.File, node.At, $"'{YamlReader.Shorten(word)}' can't be allowed, or stands twice.{Nearest.Hint(word, words.Keys)}", $"Allowed: {string.Join(", ", words.Keys)}.");
        }

        return found;
    }

    private Measure Measure()
    {
        if (yaml.Required("measure") is not { } node) return new Measure();
        if (node is YamlList list)
        {
            return new Measure([.. list.Items.Select(n => YamlReader.Of(yaml.File, n, yaml.Log)).OfType<YamlReader>().Select(Part)]);
        }

        return YamlReader.Of(yaml.File, node, yaml.Log) is { } single ? new Measure(new MeasurePart(Figure(single, last: true), 1, 0, 1)) : new Measure();
    }

    private MeasurePart Part(YamlReader group)
    {
        var part = new MeasurePart(Figure(group, last: false), group.Number("weight") ?? 0, group.Number("from") ?? 0, group.Number("to") ?? 0);
        group.RefuseOtherKeys();
        return part;
    }

    private static Figure Figure(YamlReader group, bool last)
    {
        var kind = Words.Read<FigureKind>(group, "of");
        var figure = new Figure(kind, group.OptionalText(kind is FigureKind.Jury ? "criterion" : "node"));
        if (last) group.RefuseOtherKeys();
        return figure;
    }

    private List<PrizeLevel> Levels()
    {
        var (levelCodes, levels) = (new Codes("level"), new List<PrizeLevel>());
        foreach (var group in yaml.OptionalList("levels").Select(n => YamlReader.Of(yaml.File, n, yaml.Log)).OfType<YamlReader>())
        {
            var level = levelCodes.Read(group, "code") ?? "";
            places.Add($"{path}/levels/{level}", group.At);
            levels.Add(new PrizeLevel(
                level,
                group.Optional("places") is { } ranks ? group.WholeNumberOf(ranks, "places") : null,
                group.Optional("from") is { } from ? group.NumberOf(from, "from") : null));
            if (group.Optional("names") is { } texts && YamlReader.Of(yaml.File, texts, yaml.Log) is { } map)
            {
                names[AwardNameKeys.Level(code, level)] = SpaceYaml.Names(map, languages);
            }

            group.RefuseOtherKeys();
        }

        return levels;
    }
}
