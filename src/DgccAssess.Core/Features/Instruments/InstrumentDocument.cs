using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Core.Features.Instruments;

/// <summary>One immutable instrument version with its words: the unit that is stored, hashed and answered.</summary>
/// <param name="Instrument">Structure, weights, scales, predicates, rounding.</param>
/// <param name="Texts">Words per language, keyed as <see cref="TextKeys"/> says; complete in the reference language.</param>
public sealed record InstrumentDocument(Instrument Instrument, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Texts)
{
    public string ReferenceLanguage => Instrument.Languages[0];

    /// <summary>The stored form; the same content gives the same bytes.</summary>
    public byte[] ToCanonicalJson() => CanonicalJson.Write(this);

    /// <exception cref="FormatException">The bytes are not the canonical JSON of an instrument document.</exception>
    public static InstrumentDocument FromCanonicalJson(ReadOnlyMemory<byte> json) => CanonicalJsonReader.Read(json);

    /// <summary>The words in a language: itself ("fr"), else a variant of it ("sr" finds "sr-Cyrl"), else the reference language.</summary>
    public InstrumentTexts TextsIn(string language)
    {
        var available = Instrument.Languages.Where(Texts.ContainsKey).ToList();
        var found =
            available.Find(l => l.Equals(language, StringComparison.OrdinalIgnoreCase))
            ?? available.Find(l => Primary(l).Equals(Primary(language), StringComparison.OrdinalIgnoreCase))
            ?? ReferenceLanguage;
        return new InstrumentTexts(found, Texts[found], ReferenceLanguage, Texts[ReferenceLanguage]);
    }

    private static string Primary(string language) => language.Split('-')[0];
}
