using DgccAssess.Core.Data;
using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Markdown;
using DgccAssess.Core.Files.Yaml;

namespace DgccAssess.Core.Features.Tenants.Files;

/// <summary>Reads <c>texts/LANGUAGE.yaml</c>: what a government says in its own words. A text missing in one language is a warning: another language stands in.</summary>
internal sealed class SpaceTextsFiles(string folder, ProblemLog log)
{
    private const string Folder = "texts";

    public IReadOnlyDictionary<string, LocalizedText> Read(IReadOnlyList<string> languages)
    {
        var path = Path.Combine(folder, Folder);
        if (!Directory.Exists(path)) return new Dictionary<string, LocalizedText>(StringComparer.Ordinal);

        foreach (var stray in Directory.EnumerateFiles(path).Select(f => Path.GetFileName(f)!).Where(f => !languages.Contains(Path.GetFileNameWithoutExtension(f)) || Path.GetExtension(f) != ".yaml").Order(StringComparer.Ordinal))
        {
            log.Add(StrictText.ShownPath(folder, $"{Folder}/{stray}"), Position.Start, $"'{stray}' is of no language of this space.", $"Name it LANGUAGE.yaml; languages: {string.Join(", ", languages)}.");
        }

        var read = languages.Where(l => File.Exists(Path.Combine(path, $"{l}.yaml"))).ToDictionary(l => l, ReadLanguage, StringComparer.Ordinal);
        var texts = new Dictionary<string, LocalizedText>(StringComparer.Ordinal);
        foreach (var key in SpaceTexts.Keys.Where(k => read.Values.Any(t => t.ContainsKey(k))))
        {
            texts[key] = new LocalizedText(read.Where(l => l.Value.ContainsKey(key)).ToDictionary(l => l.Key, l => l.Value[key], StringComparer.OrdinalIgnoreCase));
            foreach (var language in languages.Where(l => !texts[key].Values.ContainsKey(l)))
            {
                log.Warn(StrictText.ShownPath(folder, $"{Folder}/{language}.yaml"), Position.Start, $"The text '{key}' is missing in '{language}'.", "Another language is shown until it is added.");
            }
        }

        return texts;
    }

    private Dictionary<string, string> ReadLanguage(string language)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (YamlReader.Root(folder, $"{Folder}/{language}.yaml", log) is not { } yaml) return texts;

        foreach (var key in SpaceTexts.Keys)
        {
            if (yaml.OptionalText(key) is not { } text) continue;
            if (text.Length > SpaceTexts.LongestOf(key)) yaml.Log.Add(yaml.File, yaml.PositionOf(key), $"The text '{key}' has {text.Length} characters.", $"Write at most {SpaceTexts.LongestOf(key)}.");
            if (MarkdownText.Fault(text) is { } fault) yaml.Log.Add(yaml.File, yaml.PositionOf(key), fault, "Links begin with https:// or mailto: and look like [word](https://example.org).");
            texts[key] = text;
        }

        yaml.RefuseOtherKeys();
        return texts;
    }
}
