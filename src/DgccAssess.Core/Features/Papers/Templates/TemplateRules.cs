using DgccAssess.Core.Data;

namespace DgccAssess.Core.Features.Papers.Templates;

/// <summary>What a template may hold: functions of values.</summary>
public static class TemplateRules
{
    /// <summary>Characters of a title, a line, a name.</summary>
    public const int LineLength = 200;

    public const int ForewordLength = 4000;

    /// <param name="kind">Of the paper.</param>
    /// <param name="content">As typed.</param>
    /// <param name="languages">Of the space, in the order of the form.</param>
    /// <param name="hasLogo">There is a picture, which wants words.</param>
    public static IEnumerable<Problem> Check(TemplateKind kind, TemplateContent content, IReadOnlyList<string> languages, bool hasLogo)
    {
        foreach (var (language, at) in languages.Select((l, i) => (l, i)))
        {
            if (!content.Texts.TryGetValue(language, out var texts)) continue;
            foreach (var problem in Check(texts, hasLogo)) yield return problem with { Field = $"Texts[{at}].{problem.Field}" };
        }

        foreach (var problem in CheckSections(TemplateShape.Of(kind), content.Sections)) yield return problem;
    }

    /// <summary>Without what the kind has no place for, and with one kind of line end.</summary>
    public static TemplateContent Settle(TemplateKind kind, TemplateContent content, IReadOnlyList<string> languages, bool hasLogo)
    {
        var shape = TemplateShape.Of(kind);
        var texts = new SortedDictionary<string, TemplateTexts>(StringComparer.Ordinal);
        foreach (var language in languages)
        {
            var typed = content.Texts.GetValueOrDefault(language) ?? new TemplateTexts();
            texts[language] = new TemplateTexts
            {
                Title = shape.HasTitle ? Line(typed.Title) : "",
                Subtitle = shape.HasTitle ? Line(typed.Subtitle) : "",
                Foreword = shape.HasForeword ? typed.Foreword.ReplaceLineEndings("\n").Trim() : "",
                Footer = Line(typed.Footer),
                Place = shape.HasSignature ? Line(typed.Place) : "",
                Signer = shape.HasSignature ? Line(typed.Signer) : "",
                SignerTitle = shape.HasSignature ? Line(typed.SignerTitle) : "",
                LogoAlt = hasLogo ? Line(typed.LogoAlt) : "",
            };
        }

        return new TemplateContent { Texts = texts, Sections = shape.Sections.Count > 0 ? content.Sections : null };
    }

    private static string Line(string text) => text.ReplaceLineEndings(" ").Trim();

    private static IEnumerable<Problem> Check(TemplateTexts texts, bool hasLogo)
    {
        (string Field, string Text)[] lines =
        [
            (nameof(texts.Title), texts.Title), (nameof(texts.Subtitle), texts.Subtitle), (nameof(texts.Footer), texts.Footer), (nameof(texts.Place), texts.Place),
            (nameof(texts.Signer), texts.Signer), (nameof(texts.SignerTitle), texts.SignerTitle), (nameof(texts.LogoAlt), texts.LogoAlt),
        ];
        foreach (var (field, text) in lines.Where(l => l.Text.Length > LineLength)) yield return new(field, Messages.TooLong, LineLength);
        if (texts.Foreword.Length > ForewordLength) yield return new(nameof(texts.Foreword), Messages.TooLong, ForewordLength);
        if (texts.Signer.Length == 0 && texts.Place.Length + texts.SignerTitle.Length > 0) yield return new(nameof(texts.Signer), TemplateMessages.SignerMissing);
        if (hasLogo && texts.LogoAlt.Length == 0) yield return new(nameof(texts.LogoAlt), TemplateMessages.LogoAltMissing);
    }

    private static IEnumerable<Problem> CheckSections(TemplateShape shape, IReadOnlyList<string>? sections)
    {
        if (shape.Sections.Count == 0) yield break;
        if (sections is null)
        {
            yield return new("Sections", Messages.Required);
            yield break;
        }

        var known = shape.Sections.Select(s => s.Name).ToList();
        if (sections.Any(s => !known.Contains(s)) || sections.Distinct(StringComparer.Ordinal).Count() < sections.Count) yield return new("Sections", TemplateMessages.SectionsWrong);
        foreach (var section in shape.Sections.Where(s => s.IsRequired && !sections.Contains(s.Name))) yield return new($"Sections[{known.IndexOf(section.Name)}].Shown", TemplateMessages.SectionLocked);
    }
}
