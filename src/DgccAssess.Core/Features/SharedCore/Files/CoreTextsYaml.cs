using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;

namespace DgccAssess.Core.Features.SharedCore.Files;

/// <summary>Reads <c>texts/&lt;language&gt;.yaml</c>. A text that lacks is a problem in the reference language and a warning elsewhere.</summary>
internal sealed class CoreTextsYaml(CoreDocument core, IReadOnlyList<string> keys, ProblemLog log)
{
    private const int MaxTextLength = 2000;

    private readonly HashSet<string> known = keys.ToHashSet(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Read(YamlReader yaml, string language)
    {
        if (!core.Languages.Contains(language)) log.Add(yaml.File, Position.Start, $"The language '{language}' is not in 'languages' of {CoreFiles.CoreFile}.", "Add it there, or delete this file.");
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in yaml.Entries)
        {
            if (!known.Contains(key.Value)) log.Add(yaml.File, key.At, $"The core has no text '{YamlReader.Shorten(key.Value)}'.{Nearest.Hint(key.Value, keys)}", "Correct the key, or delete the line.");
            else if (yaml.TextOf(value, key.Value) is { } text) texts[key.Value] = text;
            if (texts.GetValueOrDefault(key.Value) is { Length: > MaxTextLength } tooLong) log.Add(yaml.File, value.At, $"The text of '{key.Value}' has {tooLong.Length} characters; {MaxTextLength} are allowed.", "Shorten it.");
        }

        var missing = keys.Where(key => !yaml.Has(key)).ToList();
        Action<string, Position, string, string> report = language == core.Languages[0] ? log.Add : log.Warn;
        if (missing.Count > 0) report(yaml.File, Position.Start, $"Texts are missing: {string.Join(", ", missing.Take(5))}{(missing.Count > 5 ? ", ..." : "")}.", "Add them.");
        return texts;
    }
}
