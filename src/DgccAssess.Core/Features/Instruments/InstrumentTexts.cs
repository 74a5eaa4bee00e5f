namespace DgccAssess.Core.Features.Instruments;

/// <summary>An instrument's words in one language; where it lacks one, the reference language stands in.</summary>
public sealed class InstrumentTexts
{
    private readonly IReadOnlyDictionary<string, string> own;
    private readonly IReadOnlyDictionary<string, string> reference;

    internal InstrumentTexts(
        string language,
        IReadOnlyDictionary<string, string> own,
        string referenceLanguage,
        IReadOnlyDictionary<string, string> reference
    ) => (Language, this.own, ReferenceLanguage, this.reference) = (language, own, referenceLanguage, reference);

    /// <summary>The language (BCP 47) shown, which is not the one asked for when the instrument has no texts in it.</summary>
    public string Language { get; }

    public string ReferenceLanguage { get; }

    public string Title => Of(TextKeys.Title);

    public string Tier(string tier) => Of(TextKeys.Tier(tier));

    /// <summary>Name of a domain, aspect or indicator.</summary>
    public string Name(string code) => Of(TextKeys.Name(code));

    public string Question(string indicator) => Of(TextKeys.Question(indicator));

    /// <param name="code">Code of a criterion, for example I1.3.a.</param>
    public string Criterion(string code) => Of(code);

    /// <param name="code">Code of a kind of evidence, for example I1.evidence.1.</param>
    public string Evidence(string code) => Of(code);

    public string LevelName(string scale, int level) => Of(TextKeys.LevelName(scale, level));

    public string LevelMeaning(string scale, int level) => Of(TextKeys.LevelMeaning(scale, level));

    public string Predicate(string predicate) => Of(TextKeys.Predicate(predicate));

    /// <summary>The language a key's text is really in: a page marks a text that fell back with its own <c>lang</c> and <c>dir</c>.</summary>
    public string LanguageOf(string key) => own.ContainsKey(key) ? Language : ReferenceLanguage;

    /// <summary>The text of a key of <see cref="TextKeys"/>.</summary>
    /// <exception cref="KeyNotFoundException">The instrument has no such key.</exception>
    public string Of(string key) =>
        own.TryGetValue(key, out var text) || reference.TryGetValue(key, out text) ? text : throw new KeyNotFoundException($"No text for '{key}'.");
}
