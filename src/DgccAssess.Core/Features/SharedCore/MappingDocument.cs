using System.Text;
using System.Text.Json;
using DgccAssess.Core.Files;
using DgccAssess.Scoring.SharedCore;
using static DgccAssess.Core.Files.CanonicalText;

namespace DgccAssess.Core.Features.SharedCore;

/// <summary>A mapping with the notes on each row. Its canonical JSON is what a tenant approves, and its hash is what a comparison names.</summary>
/// <param name="Core">Code of the core.</param>
/// <param name="CoreVersion">Its version: a mapping counts for this one only.</param>
/// <param name="Mapping">Question by question, in the order of the core.</param>
/// <param name="Notes">By question, then by language: why it is mapped so.</param>
public sealed record MappingDocument(string Core, int CoreVersion, CoreMapping Mapping, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Notes)
{
    private const int Format = 1;

    public string ToCanonicalJson() => Group(
        ("core", Text(Core)),
        ("coreVersion", Number(CoreVersion)),
        ("draft", Flag(Mapping.Draft)),
        ("format", Number(Format)),
        ("instrument", Text(Mapping.Instrument)),
        ("rows", List(Mapping.Rows, row => Group(
            ("combine", Text(Word(row.Combine.ToString()))),
            ("indicators", List(row.Indicators, Text)),
            ("kind", Text(Word(row.Kind.ToString()))),
            ("notes", Map(NotesOf(row.Question), Text)),
            ("question", Text(row.Question)),
            ("skipUnnamed", Flag(row.SkipUnnamed))))));

    public static string HashOf(string canonicalJson) => Hash(Encoding.UTF8.GetBytes(canonicalJson));

    /// <exception cref="FormatException">The text is not what <see cref="ToCanonicalJson"/> wrote: damage, no user's mistake.</exception>
    public static MappingDocument Read(string json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json);
            var document = Of(parsed.RootElement);
            return document.ToCanonicalJson() == json ? document : throw new FormatException("This mapping is not in canonical form; its hash can't be trusted.");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("This is not a mapping.", e);
        }
    }

    public IReadOnlyDictionary<string, string> NotesOf(string question) => Notes.GetValueOrDefault(question) ?? new Dictionary<string, string>();

    /// <summary>The note in a language, else in English, else in any.</summary>
    public (string Language, string Text)? NoteIn(string question, string language)
    {
        var notes = NotesOf(question);
        foreach (var wanted in (string[])[language, language.Split('-')[0], "en", .. notes.Keys.Order(StringComparer.Ordinal)])
        {
            if (notes.TryGetValue(wanted, out var text)) return (wanted, text);
        }

        return null;
    }

    private static MappingDocument Of(JsonElement json)
    {
        var rows = json.GetProperty("rows").EnumerateArray().ToList();
        var mapping = new CoreMapping
        {
            Instrument = json.GetProperty("instrument").GetString()!,
            Draft = json.GetProperty("draft").GetBoolean(),
            Rows =
            [
                .. rows.Select(row => new CoreRow
                {
                    Question = row.GetProperty("question").GetString()!,
                    Kind = Enum.Parse<CoreKind>(row.GetProperty("kind").GetString()!, ignoreCase: true),
                    Indicators = [.. row.GetProperty("indicators").EnumerateArray().Select(i => i.GetString()!)],
                    Combine = Enum.Parse<CoreCombine>(row.GetProperty("combine").GetString()!, ignoreCase: true),
                    SkipUnnamed = row.GetProperty("skipUnnamed").GetBoolean(),
                }),
            ],
        };
        var notes = rows.ToDictionary(
            row => row.GetProperty("question").GetString()!,
            IReadOnlyDictionary<string, string> (row) => row.GetProperty("notes").EnumerateObject().ToDictionary(n => n.Name, n => n.Value.GetString()!, StringComparer.Ordinal), StringComparer.Ordinal);
        return new MappingDocument(json.GetProperty("core").GetString()!, json.GetProperty("coreVersion").GetInt32(), mapping, notes);
    }
}
