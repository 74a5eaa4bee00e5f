using System.Text.RegularExpressions;

namespace DgccAssess.Core.Files.Yaml;

/// <summary>Reads language tags as the project writes them: en, sr-Latn, pt-BR.</summary>
public static partial class LanguageTags
{
    public static bool IsTag(string tag) => Tag().IsMatch(tag);

    /// <summary>The tags of a required list, each once.</summary>
    public static IReadOnlyList<string> Read(YamlReader yaml, string key)
    {
        var tags = new List<string>();
        foreach (var node in yaml.List(key))
        {
            if (yaml.TextOf(node, key) is not { } tag)
            {
                continue;
            }

            if (!IsTag(tag) || tags.Contains(tag))
            {
                var message = $"'{YamlReader.Shorten(tag)}' is no language tag, or stands twice.";
                yaml.Log.Add(yaml.File, node.At, message, "Use tags such as id, en or sr-Latn, each once.");
            }

            tags.Add(tag);
        }

        if (tags.Count == 0 && yaml.Has(key))
        {
            yaml.Log.Add(yaml.File, yaml.PositionOf(key), "There is no language.", "Give at least one.");
        }

        return tags;
    }

    [GeneratedRegex("^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();
}
