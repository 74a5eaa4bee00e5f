using System.Text.RegularExpressions;
using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;

namespace DgccAssess.Core.Features.Instruments.Files;

/// <summary>Reads codes: short, without the dot that separates the keys of texts, each used once (letter case ignored).</summary>
internal sealed partial class Codes(string kind)
{
    private readonly Dictionary<string, Position> seen = new(StringComparer.OrdinalIgnoreCase);

    public string? Read(YamlReader yaml, string key) => yaml.Required(key) is { } node ? Read(yaml, node, key) : null;

    public string? Read(YamlReader yaml, YamlNode node, string key)
    {
        if (yaml.TextOf(node, key) is not { } code)
        {
            return null;
        }

        if (!Shape().IsMatch(code))
        {
            var message = $"'{YamlReader.Shorten(code)}' can't be the code of this {kind}.";
            yaml.Log.Add(yaml.File, node.At, message, "Use 1 to 32 letters, digits and '-', beginning with a letter or digit.");
            return null;
        }

        if (!seen.TryAdd(code, node.At))
        {
            var message = $"The code '{code}' is used twice; the first {kind} with it is in line {seen[code].Line}.";
            yaml.Log.Add(yaml.File, node.At, message, "Give each its own code.");
        }

        return code;
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]{0,31}$", RegexOptions.None, 1000)]
    private static partial Regex Shape();
}
