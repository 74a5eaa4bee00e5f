namespace DgccAssess.Core.Files.Yaml;

/// <summary>Reads one group of keys with types, and afterwards refuses every key nobody asked for.</summary>
public sealed class YamlReader
{
    private readonly Dictionary<string, YamlEntry> entries = new(StringComparer.Ordinal);
    private readonly List<string> asked = [];
    private readonly YamlMap map;

    /// <param name="file">The file as problems show it.</param>
    /// <param name="map">The keys.</param>
    /// <param name="log">Where problems go.</param>
    public YamlReader(string file, YamlMap map, ProblemLog log)
    {
        (File, Log, this.map) = (file, log, map);
        foreach (var entry in map.Entries)
        {
            if (!entries.TryAdd(entry.Key.Value, entry))
            {
                var first = entries[entry.Key.Value].Key.At.Line;
                log.Add(file, entry.Key.At, $"The key '{Shorten(entry.Key.Value)}' stands twice; the first is in line {first}.", "Delete one of them.");
            }
        }
    }

    public string File { get; }
    public ProblemLog Log { get; }
    public Position At => map.At;

    /// <summary>The entries, the first of each key, in the order written.</summary>
    public IEnumerable<YamlEntry> Entries => map.Entries.Where(e => ReferenceEquals(entries[e.Key.Value], e));

    public static YamlReader? Root(string folder, string relativePath, ProblemLog log)
    {
        var file = StrictText.ShownPath(folder, relativePath);
        var root = StrictText.Read(folder, relativePath, log) is { } text ? StrictYaml.Parse(file, text, log) : null;
        return root is null ? null : Of(file, root, log);
    }

    public static YamlReader? Of(string file, YamlNode node, ProblemLog log)
    {
        if (node is YamlMap map)
        {
            return new YamlReader(file, map, log);
        }

        log.Add(file, node.At, $"A group of keys ('key: value') is expected here, not {node.Kind}.", "Write one key and its value per line.");
        return null;
    }

    public bool Has(string key) => entries.ContainsKey(key);

    /// <summary>Where a key's value stands, or the group when the key is missing.</summary>
    public Position PositionOf(string key) => entries.TryGetValue(key, out var entry) ? entry.Value.At : map.At;

    /// <summary>The value of a required key, or null after logging that it is missing.</summary>
    public YamlNode? Required(string key)
    {
        if (Optional(key) is { } node)
        {
            return node;
        }

        Log.Add(File, map.At, $"The key '{key}' is missing.", $"Add a line '{key}: ...' to the group that starts here.");
        return null;
    }

    public YamlNode? Optional(string key)
    {
        asked.Add(key);
        return entries.TryGetValue(key, out var entry) ? entry.Value : null;
    }

    public string? Text(string key) => Required(key) is { } node ? TextOf(node, key) : null;

    public string? OptionalText(string key) => Optional(key) is { } node ? TextOf(node, key) : null;

    public decimal? Number(string key) => Required(key) is { } node ? NumberOf(node, key) : null;

    public int? WholeNumber(string key) => Required(key) is { } node ? WholeNumberOf(node, key) : null;

    public bool Flag(string key)
    {
        if (Optional(key) is not { } node)
        {
            return false;
        }

        return node is YamlScalar { Plain: true, Value: "true" }
            || (node is not YamlScalar { Plain: true, Value: "false" } && Wrong(node, key, "true or false"));
    }

    public IReadOnlyList<YamlNode> List(string key) => Required(key) is { } node ? ListOf(node, key) : [];

    public IReadOnlyList<YamlNode> OptionalList(string key) => Optional(key) is { } node ? ListOf(node, key) : [];

    public YamlReader? Map(string key) => Required(key) is { } node ? Of(File, node, Log) : null;

    public IReadOnlyList<YamlNode> ListOf(YamlNode node, string what)
    {
        if (node is YamlList list)
        {
            return list.Items;
        }

        Wrong(node, what, "a list");
        return [];
    }

    public string? TextOf(YamlNode node, string what)
    {
        if (node is not YamlScalar scalar || !YamlTypes.IsText(scalar))
        {
            Wrong(node, what, "a text");
            return null;
        }

        if (string.IsNullOrWhiteSpace(scalar.Value))
        {
            Log.Add(File, node.At, $"The text of '{what}' is empty.", "Write the text.");
            return null;
        }

        return scalar.Value.Trim().Normalize();
    }

    public decimal? NumberOf(YamlNode node, string what)
    {
        if (node is YamlScalar scalar && YamlTypes.Number(scalar) is { } number)
        {
            return number;
        }

        Wrong(node, what, "a number such as 2.75 (at most 6 decimals)");
        return null;
    }

    public int? WholeNumberOf(YamlNode node, string what)
    {
        if (node is YamlScalar scalar && YamlTypes.Number(scalar) is { } number && decimal.IsInteger(number))
        {
            return (int)number;
        }

        Wrong(node, what, "a whole number");
        return null;
    }

    /// <summary>Refuses every key that was not asked for: a misspelt key must not be lost in silence.</summary>
    public void RefuseOtherKeys()
    {
        foreach (var entry in Entries.Where(e => !asked.Contains(e.Key.Value, StringComparer.Ordinal)))
        {
            var word = entry.Key.Value;
            Log.Add(
                File,
                entry.Key.At,
                $"The key '{Shorten(word)}' is unknown here.{Nearest.Hint(word, asked)}",
                $"Allowed: {string.Join(", ", asked.Distinct())}."
            );
        }
    }

    public static string Shorten(string word) => word.Length <= 60 ? word : $"{word[..60]}...";

    private bool Wrong(YamlNode node, string what, string expected)
    {
        var whatToDo = expected == "a text" && node is YamlScalar ? "Write a text; put it in quotes if it is meant literally." : $"Write {expected}.";
        Log.Add(File, node.At, $"'{Shorten(what)}' must be {expected}, not {Found(node)}.", whatToDo);
        return false;
    }

    private static string Found(YamlNode node) => node is YamlScalar { Value.Length: > 0 } scalar ? $"{node.Kind} ({Shorten(scalar.Value)})" : node.Kind;
}
