using System.Collections.Frozen;
using System.Text.Json;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Core.Features.Instruments;

/// <summary>Reads what <see cref="CanonicalJson"/> wrote. Anything else is damage, not a user's mistake, and throws.</summary>
internal static class CanonicalJsonReader
{
    public static InstrumentDocument Read(ReadOnlyMemory<byte> json)
    {
        InstrumentDocument document;
        try
        {
            using var parsed = JsonDocument.Parse(json);
            document = Document(parsed.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("This is not an instrument document.", e);
        }

        // Catches every other difference: white space, unknown keys, another key order, a later format.
        return CanonicalJson.Write(document).AsSpan().SequenceEqual(json.Span)
            ? document
            : throw new FormatException("This instrument document is not in canonical form; its hash can't be trusted.");
    }

    private static InstrumentDocument Document(JsonElement json) =>
        new(
            new Instrument
            {
                Code = Text(json, "code"),
                LegalBasis = json.GetProperty("legalBasis").GetString(),
                Draft = Flag(json, "draft"),
                Languages = List(json, "languages", Text),
                Tiers = List(json, "tiers", Text),
                Scales = List(json, "scales", Scale),
                Rounding = Rounding(json.GetProperty("rounding")),
                Predicates = List(json, "predicates", Predicate),
                NotApplicable = Enum.Parse<NotApplicablePolicy>(Text(json, "notApplicable"), ignoreCase: true),
                Nodes = List(json, "nodes", Node),
            },
            Map<IReadOnlyDictionary<string, string>>(json.GetProperty("texts"), texts => Map(texts, Text))
        );

    private static Node Node(JsonElement json) =>
        new()
        {
            Code = Text(json, "code"),
            Tier = Text(json, "tier"),
            Weight = json.GetProperty("weight").GetDecimal(),
            Children = List(json, "children", Node),
            Indicator = json.GetProperty("indicator") is { ValueKind: JsonValueKind.Object } indicator ? Indicator(indicator) : null,
        };

    private static Indicator Indicator(JsonElement json) =>
        new()
        {
            Scale = Text(json, "scale"),
            Levels = List(json, "levels", l => new LevelCriteria(l.GetProperty("level").GetInt32(), List(l, "criteria", Text))),
            EvidenceKinds = List(json, "evidenceKinds", Text),
            NamedByAgency = Flag(json, "namedByAgency"),
            Imported = Flag(json, "imported"),
            Draft = Flag(json, "draft"),
        };

    private static Scale Scale(JsonElement json) =>
        new()
        {
            Code = Text(json, "code"),
            Levels = List(json, "levels", l => l.GetInt32()),
            AllowsDecimals = Flag(json, "allowsDecimals"),
        };

    private static Predicate Predicate(JsonElement json) =>
        new()
        {
            Code = Text(json, "code"),
            From = json.GetProperty("from").GetDecimal(),
            To = json.GetProperty("to").GetDecimal(),
            ToInclusive = Flag(json, "toInclusive"),
        };

    private static Rounding Rounding(JsonElement json) =>
        new(json.GetProperty("decimals").GetInt32(), Enum.Parse<RoundingMode>(Text(json, "mode"), ignoreCase: true));

    private static FrozenDictionary<string, T> Map<T>(JsonElement json, Func<JsonElement, T> read) =>
        json.EnumerateObject().ToFrozenDictionary(p => p.Name, p => read(p.Value), StringComparer.Ordinal);

    private static IReadOnlyList<T> List<T>(JsonElement json, string key, Func<JsonElement, T> read) =>
        [.. json.GetProperty(key).EnumerateArray().Select(read)];

    private static bool Flag(JsonElement json, string key) => json.GetProperty(key).GetBoolean();

    private static string Text(JsonElement json, string key) => Text(json.GetProperty(key));

    private static string Text(JsonElement json) => json.GetString() ?? throw new JsonException("A text is null.");
}
