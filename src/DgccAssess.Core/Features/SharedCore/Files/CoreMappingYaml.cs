using DgccAssess.Core.Features.Instruments.Files;
using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;
using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Core.Features.SharedCore.Files;

/// <summary>Reads <c>mappings/&lt;instrument&gt;.yaml</c>.</summary>
internal sealed class CoreMappingYaml(YamlReader yaml, CoreStructure structure, string name)
{
    private readonly Dictionary<string, IReadOnlyList<string>> candidates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Position> places = new(StringComparer.Ordinal);

    public CoreProposal? Read()
    {
        var before = yaml.Log.Count;
        if (yaml.Text("instrument") is { } instrument && instrument != name)
            yaml.Log.Add(yaml.File, yaml.PositionOf("instrument"), $"This is the mapping of '{YamlReader.Shorten(instrument)}', not of '{name}'.", "Name the file after the instrument.");
        var mapping = new CoreMapping { Instrument = name, Draft = yaml.Flag("draft"), Rows = yaml.Map("questions") is { } questions ? Rows(questions) : [] };
        var leftOut = Codes(yaml, "leftOut");
        yaml.RefuseOtherKeys();
        if (yaml.Log.Count > before) return null;

        foreach (var problem in CoreMappingCheck.Check(structure, mapping, indicators: null))
        {
            var (message, whatToDo) = CoreMappingMessages.For(problem);
            yaml.Log.Add(yaml.File, places.GetValueOrDefault(problem.Question, yaml.PositionOf("questions")), message, whatToDo);
        }

        return yaml.Log.Count > before ? null : new CoreProposal(mapping, candidates, leftOut);
    }

    private List<CoreRow> Rows(YamlReader questions)
    {
        var rows = new List<CoreRow>();
        foreach (var entry in questions.Entries)
        {
            var question = entry.Key.Value;
            places[question] = entry.Key.At;
            if (YamlReader.Of(questions.File, entry.Value, questions.Log) is not { } group) continue;
            rows.Add(new CoreRow
            {
                Question = question,
                Kind = Words.Read<CoreKind>(group, "kind"),
                Indicators = Codes(group, "indicators"),
                Combine = group.Optional("combine") is null ? CoreCombine.Mean : Words.Read<CoreCombine>(group, "combine"),
                SkipUnnamed = group.Flag("skipUnnamed"),
            });
            if (Codes(group, "candidates") is { Count: > 0 } later) candidates[question] = later;
            group.RefuseOtherKeys();
        }

        return rows;
    }

    private static List<string> Codes(YamlReader group, string key) => [.. group.OptionalList(key).Select(n => group.TextOf(n, key)).OfType<string>()];
}
