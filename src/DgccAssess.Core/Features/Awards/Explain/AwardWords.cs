using System.Globalization;
using System.Resources;
using DgccAssess.Scoring.Awards;

namespace DgccAssess.Core.Features.Awards.Explain;

/// <summary>Words about awards in the languages of the product.</summary>
public sealed class AwardWords
{
    public static readonly IReadOnlyList<string> Languages = ["en", "id", "ar", "fr"];

    private static readonly ResourceManager Resources = new(typeof(AwardWords));

    private AwardWords() { }

    /// <summary>A variant of a language finds its parent, a language without words English.</summary>
    public static string Of(string key, string language, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, Find(key, language) ?? throw new InvalidOperationException($"Awards have no words for '{key}'."), values);

    public static string? Find(string key, string language) => Resources.GetString(key, CultureInfo.GetCultureInfo(language));

    /// <summary>For example "not eligible: no publication consent".</summary>
    public static string Refused(RefusedCandidate refused, string language) =>
        Of("Refused", language, List(refused.Reasons.Select(reason => Of($"Refusal.{reason}", language)), language));

    public static string List(IEnumerable<string> items, string language) => string.Join(Of("Separator", language), items);
}
