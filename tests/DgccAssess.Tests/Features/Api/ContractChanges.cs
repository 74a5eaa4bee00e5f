using System.Text.Json.Nodes;

namespace DgccAssess.Tests.Features.Api;

/// <summary>What of a contract a client could stumble over after a change: a function of two documents.</summary>
internal static class ContractChanges
{
    public static IEnumerable<string> Breaking(Contract before, Contract after)
    {
        var now = after.Operations.ToDictionary(o => o.ToString());
        foreach (var operation in before.Operations)
        {
            if (!now.TryGetValue(operation.ToString(), out var later))
            {
                yield return $"{operation} is gone";
                continue;
            }

            foreach (var change in Parameters(operation, later).Concat(Answers(operation, later)).Concat(Bodies(operation, later))) yield return $"{operation}: {change}";
        }

        foreach (var (name, schema) in before.Document["components"]!["schemas"]!.AsObject())
        {
            var later = after.Document["components"]!["schemas"]![name];
            if (later is null) yield return $"schema {name} is gone";
            else foreach (var change in Schemas(schema!, later, IsSent(before, name))) yield return $"schema {name}: {change}";
        }
    }

    private static IEnumerable<string> Parameters(ContractOperation before, ContractOperation after)
    {
        var (old, now) = (Named(before), Named(after));
        foreach (var name in old.Keys.Except(now.Keys)) yield return $"parameter {name} is gone";
        foreach (var name in now.Keys.Where(n => IsRequired(now[n]) && !(old.TryGetValue(n, out var was) && IsRequired(was)))) yield return $"parameter {name} is required now";
        foreach (var name in old.Keys.Intersect(now.Keys))
        {
            if (Type(old[name]["schema"]) != Type(now[name]["schema"])) yield return $"parameter {name} is of another type";
            foreach (var word in Words(old[name]["schema"]).Except(Words(now[name]["schema"]))) yield return $"parameter {name} no longer takes {word}";
        }
    }

    private static IEnumerable<string> Answers(ContractOperation before, ContractOperation after)
    {
        foreach (var (status, answer) in before.Node["responses"]!.AsObject().Where(r => r.Key.StartsWith('2')))
        {
            if (after.Node["responses"]![status] is not { } now)
            {
                yield return $"answer {status} is gone";
                continue;
            }

            foreach (var (type, content) in answer!["content"]?.AsObject() ?? [])
            {
                if (now["content"]?[type] is not { } later) yield return $"answer {status} no longer comes as {type}";
                else if (Type(content!["schema"]) != Type(later["schema"])) yield return $"answer {status} as {type} is of another type";
            }
        }
    }

    private static IEnumerable<string> Bodies(ContractOperation before, ContractOperation after)
    {
        var (old, now) = (before.Node["requestBody"], after.Node["requestBody"]);
        if (old is null && now?["required"]?.GetValue<bool>() == true) yield return "a body is required now";
        foreach (var (type, content) in old?["content"]?.AsObject() ?? [])
        {
            if (Type(now?["content"]?[type]?["schema"]) != Type(content!["schema"])) yield return $"the body as {type} is of another type";
        }
    }

    private static IEnumerable<string> Schemas(JsonNode before, JsonNode after, bool sent)
    {
        if (before["type"]?.ToJsonString() != after["type"]?.ToJsonString()) yield return "is of another type";
        foreach (var word in Words(before).Except(Words(after))) yield return $"{word} is gone";
        var (old, now) = (Required(before), Required(after));
        if (sent) foreach (var name in now.Except(old)) yield return $"{name} is required now";
        if (!sent) foreach (var name in old.Except(now)) yield return $"{name} is no longer certain";
        foreach (var (name, property) in before["properties"]?.AsObject() ?? [])
        {
            if (after["properties"]?[name] is not { } later) yield return $"{name} is gone";
            else if (Type(property) != Type(later)) yield return $"{name} is of another type";
        }
    }

    private static bool IsSent(Contract contract, string schema) =>
        contract.Operations.Any(o => o.Node["requestBody"]?.ToJsonString().Contains($"schemas/{schema}\"", StringComparison.Ordinal) == true);

    private static Dictionary<string, JsonNode> Named(ContractOperation operation) =>
        (operation.Node["parameters"]?.AsArray() ?? []).ToDictionary(p => $"{p!["in"]} {p["name"]}", p => p!);

    private static bool IsRequired(JsonNode parameter) => parameter["required"]?.GetValue<bool>() == true;

    /// <summary>Everything of a schema that decides what fits it, but words and descriptions.</summary>
    private static string Type(JsonNode? schema)
    {
        var copy = schema?.DeepClone();
        Strip(copy);
        return copy?.ToJsonString() ?? "nothing";
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonObject map)
        {
            foreach (var word in new[] { "description", "enum", "default", "maximum", "maxLength", "example" }) map.Remove(word);
            foreach (var (_, value) in map) Strip(value);
        }
        else if (node is JsonArray list)
        {
            foreach (var item in list) Strip(item);
        }
    }

    private static IEnumerable<string> Words(JsonNode? schema) => (schema?["enum"]?.AsArray() ?? []).Select(w => w?.ToJsonString() ?? "null");

    private static IReadOnlyList<string> Required(JsonNode schema) => [.. (schema["required"]?.AsArray() ?? []).Select(r => r!.ToString())];
}
