using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Files.Yaml;

namespace DgccAssess.Web.Features.Cooperation;

public sealed record NameInput
{
    private const int MostLanguages = 20;

    public string? Language { get; init; }
    public string? Text { get; init; }

    /// <summary>A field for each language of the center, and for those the text has besides.</summary>
    public static List<NameInput> Of(IEnumerable<string> languages, LocalizedText? text) =>
        [.. languages.Union(text?.Values.Keys ?? [], StringComparer.Ordinal).Select(l => new NameInput { Language = l, Text = text?.Values.GetValueOrDefault(l) })];

    /// <summary>What is not empty.</summary>
    public static LocalizedText Read(IEnumerable<NameInput> names)
    {
        var texts = names.Take(MostLanguages).Select(n => (Language: n.Language ?? "", Text: TypedText.Line(n.Text))).Where(n => n.Text.Length > 0 && LanguageTags.IsTag(n.Language));
        return LocalizedText.Of([.. texts.DistinctBy(t => t.Language, StringComparer.OrdinalIgnoreCase)]);
    }
}
