using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;

namespace DgccAssess.Core.Features.Instruments.Files;

/// <summary>Reads a word that stands for an enum member.</summary>
internal static class Words
{
    /// <summary>The member a required key names; an unknown word is logged.</summary>
    public static T Read<T>(YamlReader yaml, string key)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToDictionary(v => CanonicalText.Word(v.ToString()), v => v, StringComparer.Ordinal);
        var text = yaml.Text(key);
        if (text is not null && !words.ContainsKey(text))
        {
            var message = $"'{YamlReader.Shorten(text)}' is no value of '{key}'.{Nearest.Hint(text, words.Keys)}";
            yaml.Log.Add(yaml.File, yaml.PositionOf(key), message, $"Allowed: {string.Join(", ", words.Keys)}.");
        }

        return text is null ? default : words.GetValueOrDefault(text);
    }
}
