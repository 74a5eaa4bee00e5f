using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Core.Features.Instruments;

/// <summary>
/// Canonical JSON of an instrument document: keys in ordinal order, no white space, texts in NFC, decimals without trailing zeros, only the
/// escapes JSON demands. Formatting and comments of the source don't reach it; every weight and word does (src/decisions/0004).
/// </summary>
public static class CanonicalJson
{
    public static byte[] Write(InstrumentDocument document) => Encoding.UTF8.GetBytes(Of(document));

    /// <summary>SHA-256 of canonical bytes as 64 lower-case hexadecimal digits.</summary>
    public static string Hash(ReadOnlySpan<byte> canonicalJson) => Convert.ToHexStringLower(SHA256.HashData(canonicalJson));

    private static string Of(InstrumentDocument document)
    {
        var instrument = document.Instrument;
        return Group(
            ("code", Text(instrument.Code)),
            ("draft", Flag(instrument.Draft)),
            ("format", "1"),
            ("languages", List(instrument.Languages, Text)),
            ("legalBasis", instrument.LegalBasis is { } basis ? Text(basis) : "null"),
            ("nodes", List(instrument.Nodes, Of)),
            ("notApplicable", Text(Word(instrument.NotApplicable.ToString()))),
            ("predicates", List(instrument.Predicates, Of)),
            ("rounding", Group(("decimals", Number(instrument.Rounding.Decimals)), ("mode", Text(Word(instrument.Rounding.Mode.ToString()))))),
            ("scales", List(instrument.Scales, Of)),
            ("texts", Map(document.Texts, texts => Map(texts, Text))),
            ("tiers", List(instrument.Tiers, Text))
        );
    }

    private static string Of(Node node) =>
        Group(
            ("children", List(node.Children, Of)),
            ("code", Text(node.Code)),
            ("indicator", node.Indicator is { } indicator ? Of(indicator) : "null"),
            ("tier", Text(node.Tier)),
            ("weight", Number(node.Weight))
        );

    private static string Of(Indicator indicator) =>
        Group(
            ("draft", Flag(indicator.Draft)),
            ("evidenceKinds", List(indicator.EvidenceKinds, Text)),
            ("imported", Flag(indicator.Imported)),
            ("levels", List(indicator.Levels, l => Group(("criteria", List(l.Criteria, Text)), ("level", Number(l.Level))))),
            ("namedByAgency", Flag(indicator.NamedByAgency)),
            ("scale", Text(indicator.Scale))
        );

    private static string Of(Predicate predicate) =>
        Group(("code", Text(predicate.Code)), ("from", Number(predicate.From)), ("to", Number(predicate.To)), ("toInclusive", Flag(predicate.ToInclusive)));

    private static string Of(Scale scale) =>
        Group(("allowsDecimals", Flag(scale.AllowsDecimals)), ("code", Text(scale.Code)), ("levels", List(scale.Levels, l => Number(l))));

    /// <summary>The word of an enum member, as in the YAML: HalfUp is halfUp.</summary>
    internal static string Word(string member) => char.ToLowerInvariant(member[0]) + member[1..];

    private static string Group(params ReadOnlySpan<(string Key, string Value)> members)
    {
        var json = new StringBuilder("{");
        foreach (var (key, value) in members)
        {
            json.Append(json.Length > 1 ? "," : string.Empty).Append(Text(key)).Append(':').Append(value);
        }

        return json.Append('}').ToString();
    }

    private static string Map<T>(IReadOnlyDictionary<string, T> map, Func<T, string> write) =>
        Group([.. map.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => (e.Key, write(e.Value)))]);

    private static string List<T>(IEnumerable<T> items, Func<T, string> write) => $"[{string.Join(',', items.Select(write))}]";

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    // Written here and not by a library: what an encoder escapes changes between runtime versions, and the hash must not.
    private static string Text(string value)
    {
        var json = new StringBuilder("\"", value.Length + 2);
        foreach (var c in value.Normalize(NormalizationForm.FormC))
        {
            _ = c switch
            {
                '"' or '\\' => json.Append('\\').Append(c),
                < ' ' => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => json.Append(c),
            };
        }

        return json.Append('"').ToString();
    }
}
