using System.Text;
using DgccAssess.Core.Files;
using DgccAssess.Scoring.Instruments;
using static DgccAssess.Core.Files.CanonicalText;

namespace DgccAssess.Core.Features.Instruments;

/// <summary>
/// Canonical JSON of an instrument document: keys in ordinal order, no white space, texts in NFC, decimals without trailing zeros, only the
/// escapes JSON demands. Formatting and comments of the source don't reach it; every weight and word does (src/decisions/0004).
/// </summary>
public static class CanonicalJson
{
    public static byte[] Write(InstrumentDocument document) => Encoding.UTF8.GetBytes(Of(document));

    /// <summary>SHA-256 of canonical bytes as 64 lower-case hexadecimal digits.</summary>
    public static string Hash(ReadOnlySpan<byte> canonicalJson) => CanonicalText.Hash(canonicalJson);

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
}
