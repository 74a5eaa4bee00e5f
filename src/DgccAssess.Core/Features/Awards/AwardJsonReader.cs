using System.Text.Json;
using DgccAssess.Core.Data;
using DgccAssess.Scoring.Awards;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Core.Features.Awards;

/// <summary>Reads what <see cref="AwardJson"/> wrote. Anything else is damage, not a user's mistake, and throws.</summary>
internal static class AwardJsonReader
{
    public static AwardDocument Read(ReadOnlyMemory<byte> json)
    {
        AwardDocument document;
        try
        {
            using var parsed = JsonDocument.Parse(json);
            document = Document(parsed.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("This is not an award document.", e);
        }

        // Catches every other difference: white space, unknown keys, another key order, a later format.
        return AwardJson.Write(document).AsSpan().SequenceEqual(json.Span)
            ? document
            : throw new FormatException("This award document is not in canonical form; its hash can't be trusted.");
    }

    private static AwardDocument Document(JsonElement json) => new(
        Award(json.GetProperty("award")),
        List(json, "languages", Text),
        json.GetProperty("names").EnumerateObject().ToDictionary(
            n => n.Name, n => LocalizedText.Of([.. n.Value.EnumerateObject().Select(t => (t.Name, Text(t.Value)))]), StringComparer.Ordinal));

    private static Award Award(JsonElement json) => new()
    {
        Code = Text(json.GetProperty("code")),
        Instrument = Text(json.GetProperty("instrument")),
        Rounding = new Rounding(json.GetProperty("rounding").GetProperty("decimals").GetInt32(), Word<RoundingMode>(json.GetProperty("rounding"), "mode")),
        Predicates = List(json, "predicates", Text),
        Jury = json.GetProperty("jury") is { ValueKind: JsonValueKind.Object } jury ? Jury(jury) : null,
        OnePerAgency = Word<OnePerAgency>(json, "onePerAgency"),
        Categories = List(json, "categories", Category),
    };

    private static Jury Jury(JsonElement json) => new(
        List(json, "criteria", c => new JuryCriterion(Text(c.GetProperty("code")), c.GetProperty("weight").GetDecimal())),
        json.GetProperty("from").GetDecimal(), json.GetProperty("to").GetDecimal(), json.GetProperty("minimumJurors").GetInt32());

    private static AwardCategory Category(JsonElement json) => new()
    {
        Code = Text(json.GetProperty("code")),
        Eligibility = Eligibility(json.GetProperty("eligibility")),
        Measure = new Measure(List(json, "measure", Part)),
        Winners = WholeOrNull(json, "winners"),
        Threshold = NumberOrNull(json, "threshold"),
        Levels = List(json, "levels", l => new PrizeLevel(Text(l.GetProperty("code")), WholeOrNull(l, "places"), NumberOrNull(l, "from"))),
        TieBreaks = List(json, "tieBreaks", Figure),
    };

    private static Eligibility Eligibility(JsonElement json) => new()
    {
        Groups = List(json, "groups", Text),
        Regions = List(json, "regions", Text),
        MinimumPredicate = json.GetProperty("minimumPredicate").GetString(),
        MinimumIndex = NumberOrNull(json, "minimumIndex"),
        Allow = List(json, "allow", Word<EntryWaiver>),
    };

    private static MeasurePart Part(JsonElement json) => new(
        Figure(json.GetProperty("figure")), json.GetProperty("weight").GetDecimal(), json.GetProperty("from").GetDecimal(), json.GetProperty("to").GetDecimal());

    private static Figure Figure(JsonElement json) => new(Word<FigureKind>(json, "of"), json.GetProperty("code").GetString());

    private static T Word<T>(JsonElement json, string key) where T : struct, Enum => Word<T>(json.GetProperty(key));

    private static T Word<T>(JsonElement json) where T : struct, Enum => Enum.Parse<T>(Text(json), ignoreCase: true);

    private static decimal? NumberOrNull(JsonElement json, string key) => json.GetProperty(key) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;

    private static int? WholeOrNull(JsonElement json, string key) => json.GetProperty(key) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

    private static IReadOnlyList<T> List<T>(JsonElement json, string key, Func<JsonElement, T> read) => [.. json.GetProperty(key).EnumerateArray().Select(read)];

    private static string Text(JsonElement json) => json.GetString() ?? throw new JsonException("A text is null.");
}
