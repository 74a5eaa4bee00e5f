using System.Globalization;
using DgccAssess.Core.Features.Papers.Templates;

namespace DgccAssess.Web.Features.Papers;

public sealed record TextsInput
{
    public string? Language { get; init; }
    public string? Title { get; init; }
    public string? Subtitle { get; init; }
    public string? Foreword { get; init; }
    public string? Footer { get; init; }
    public string? Place { get; init; }
    public string? Signer { get; init; }
    public string? SignerTitle { get; init; }
    public string? LogoAlt { get; init; }
}

public sealed record SectionInput
{
    public string? Name { get; init; }

    /// <summary>As typed; the smaller, the earlier.</summary>
    public string? Place { get; init; }

    public bool Shown { get; init; }
}

/// <summary>A template as a form holds it.</summary>
public sealed record TemplateInput
{
    private const int LastPlace = 99;

    public int? Version { get; init; }
    public List<TextsInput> Texts { get; init; } = [];
    public List<SectionInput> Sections { get; init; } = [];

    /// <summary>Null: the picture stays as it is.</summary>
    public IFormFile? Logo { get; init; }

    public bool RemoveLogo { get; init; }

    /// <summary>Of the preview.</summary>
    public string? Language { get; init; }

    public static TemplateInput Of(TemplateKind kind, PaperTemplate? stored, IReadOnlyList<string> languages, string language)
    {
        var content = stored?.Content();
        var all = TemplateShape.Of(kind).Sections.Select(s => s.Name).ToList();
        var shown = content?.Sections ?? all;
        return new TemplateInput
        {
            Version = stored?.Number ?? 0,
            Language = language,
            Texts = [.. languages.Select(l => Of(l, content?.Texts.GetValueOrDefault(l)))],
            Sections = [.. all.Select(name => new SectionInput { Name = name, Shown = shown.Contains(name), Place = PlaceOf(name, shown, all) })],
        };
    }

    /// <summary>Places in the list of sections whose number is none.</summary>
    public IEnumerable<int> Unplaced() => Sections.Select((s, at) => (s, at)).Where(x => x.s.Shown && PlaceOf(x.s) is null).Select(x => x.at);

    public TemplateContent ToContent(TemplateKind kind) => new()
    {
        Texts = new(Texts.Where(t => t.Language is not null).DistinctBy(t => t.Language).ToDictionary(t => t.Language!, Of), StringComparer.Ordinal),
        // Two of the same number stand as they stand by themselves.
        Sections = TemplateShape.Of(kind).Sections.Count == 0 ? null : [.. Sections.Where(s => s.Shown).OrderBy(s => PlaceOf(s) ?? LastPlace).Select(s => s.Name ?? "")],
    };

    private static int? PlaceOf(SectionInput section) =>
        int.TryParse(section.Place?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place is > 0 and <= LastPlace ? place : null;

    private static string PlaceOf(string name, IReadOnlyList<string> shown, List<string> all)
    {
        var at = shown.ToList().IndexOf(name);
        return (at >= 0 ? at + 1 : Math.Min(LastPlace, shown.Count + 1 + all.IndexOf(name))).ToString(CultureInfo.InvariantCulture);
    }

    private static TextsInput Of(string language, TemplateTexts? texts) => new()
    {
        Language = language, Title = texts?.Title, Subtitle = texts?.Subtitle, Foreword = texts?.Foreword, Footer = texts?.Footer,
        Place = texts?.Place, Signer = texts?.Signer, SignerTitle = texts?.SignerTitle, LogoAlt = texts?.LogoAlt,
    };

    private static TemplateTexts Of(TextsInput texts) => new()
    {
        Title = texts.Title ?? "", Subtitle = texts.Subtitle ?? "", Foreword = texts.Foreword ?? "", Footer = texts.Footer ?? "",
        Place = texts.Place ?? "", Signer = texts.Signer ?? "", SignerTitle = texts.SignerTitle ?? "", LogoAlt = texts.LogoAlt ?? "",
    };
}
