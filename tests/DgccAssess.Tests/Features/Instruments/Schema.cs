using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;

namespace DgccAssess.Tests.Features.Instruments;

/// <summary>The few words of JSON Schema 2020-12 our schemas use; an unknown word fails the test instead of being passed over.</summary>
internal sealed class Schema(JsonElement root)
{
    private static readonly string[] Notes =
    [
        "$schema",
        "$defs",
        "title",
        "description",
        "required",
        "properties",
        "patternProperties",
        "additionalProperties",
    ];

    public static Schema Of(string name) => new(JsonDocument.Parse(File.ReadAllText(RepositoryFiles.Schema(name))).RootElement);

    public IEnumerable<string> Faults(string yaml) => Faults("file", root, StrictYaml.Parse("file", yaml, new ProblemLog())!);

    private IEnumerable<string> Faults(string name, JsonElement schema, YamlNode node) =>
        schema
            .EnumerateObject()
            .SelectMany(word => Faults(name, word.Name, word.Value, node))
            .Concat(node is YamlMap map && schema.TryGetProperty("additionalProperties", out _) ? KeyFaults(schema, map) : []);

    private IEnumerable<string> Faults(string name, string word, JsonElement value, YamlNode node) =>
        word switch
        {
            "$ref" => Faults(name, root.GetProperty("$defs").GetProperty(value.GetString()!["#/$defs/".Length..]), node),
            "type" => If(!IsOf(value.GetString()!, node), $"{name} is no {value}"),
            "const" => If(Text(node) != value.GetString(), $"{name} is not {value}"),
            "enum" => If(!value.EnumerateArray().Any(v => v.GetString() == Text(node)), $"{name} is none of the values"),
            "pattern" => If(!Regex.IsMatch(Text(node), value.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)), $"{name} does not match"),
            "minLength" => If(Text(node).Length < value.GetInt32(), $"{name} is too short"),
            "maxLength" => If(Text(node).Length > value.GetInt32(), $"{name} is too long"),
            "minimum" => If(Number(node) < value.GetDecimal(), $"{name} is too small"),
            "exclusiveMinimum" => If(Number(node) <= value.GetDecimal(), $"{name} is too small"),
            "maximum" => If(Number(node) > value.GetDecimal(), $"{name} is too large"),
            "minItems" => If(Items(node).Count < value.GetInt32(), $"{name} is too short"),
            "maxItems" => If(Items(node).Count > value.GetInt32(), $"{name} is too long"),
            "minProperties" => If(((YamlMap)node).Entries.Count < value.GetInt32(), $"{name} is too short"),
            "uniqueItems" => If(Items(node).Select(Text).Distinct().Count() < Items(node).Count, $"{name} repeats itself"),
            "items" => Items(node).SelectMany(n => Faults(name, value, n)),
            _ => Notes.Contains(word) ? [] : throw new NotSupportedException(word),
        };

    private IEnumerable<string> KeyFaults(JsonElement schema, YamlMap map)
    {
        foreach (var (key, value) in map.Entries)
        {
            var known = Children(schema, "properties").Where(p => p.Name == key.Value);
            var matching = Children(schema, "patternProperties").Where(p => Regex.IsMatch(key.Value, p.Name, RegexOptions.None, TimeSpan.FromSeconds(1)));
            var schemas = known.Concat(matching).ToList();
            foreach (var fault in schemas.Count == 0 ? [$"{key.Value} is unknown"] : schemas.SelectMany(s => Faults(key.Value, s.Value, value)))
            {
                yield return fault;
            }
        }

        foreach (var key in schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(r => r.GetString()!) : [])
        {
            foreach (var fault in If(map.Entries.All(e => e.Key.Value != key), $"{key} is missing"))
            {
                yield return fault;
            }
        }
    }

    private static List<JsonProperty> Children(JsonElement schema, string word) =>
        schema.TryGetProperty(word, out var children) ? [.. children.EnumerateObject()] : [];

    private static string[] If(bool isFault, string fault) => isFault ? [fault] : [];

    private static bool IsOf(string type, YamlNode node) =>
        type switch
        {
            "object" => node is YamlMap,
            "array" => node is YamlList,
            "string" => node is YamlScalar text && YamlTypes.IsText(text),
            "boolean" => node is YamlScalar { Plain: true, Value: "true" or "false" },
            "number" => node is YamlScalar number && YamlTypes.Number(number) is not null,
            "integer" => node is YamlScalar whole && YamlTypes.Number(whole) is { } n && decimal.IsInteger(n),
            _ => throw new NotSupportedException(type),
        };

    private static string Text(YamlNode node) => node is YamlScalar scalar ? scalar.Value : string.Empty;

    private static decimal? Number(YamlNode node) => decimal.TryParse(Text(node), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IReadOnlyList<YamlNode> Items(YamlNode node) => node is YamlList list ? list.Items : [];
}
