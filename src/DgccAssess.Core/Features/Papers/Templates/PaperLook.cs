namespace DgccAssess.Core.Features.Papers.Templates;

/// <summary>A template in the language of a paper, as the press takes it.</summary>
public sealed record PaperLook
{
    public string? Title { get; init; }
    public string? Subtitle { get; init; }
    public string? Foreword { get; init; }
    public string? Footer { get; init; }
    public PaperSigner? Signature { get; init; }
    public PaperLookLogo? Logo { get; init; }
    public IReadOnlyList<string>? Sections { get; init; }

    public static PaperLook Of(TemplateContent content, TemplateLogo? logo, string language)
    {
        // A language that the space took on later has no words yet.
        var texts = content.Texts.GetValueOrDefault(language) ?? new TemplateTexts();
        return new PaperLook
        {
            Title = Said(texts.Title), Subtitle = Said(texts.Subtitle), Foreword = Said(texts.Foreword), Footer = Said(texts.Footer),
            Signature = Said(texts.Signer) is { } signer ? new(Said(texts.Place), signer, Said(texts.SignerTitle)) : null,
            Logo = logo is null ? null : new(logo.MediaType, logo.Data, Said(texts.LogoAlt) ?? content.Texts.Values.Select(t => t.LogoAlt).FirstOrDefault(t => t.Length > 0) ?? "–"),
            Sections = content.Sections,
        };
    }

    private static string? Said(string text) => text.Length > 0 ? text : null;
}

public sealed record PaperSigner(string? Place, string Name, string? Title);

public sealed record PaperLookLogo(string MediaType, byte[] Data, string Alt);
