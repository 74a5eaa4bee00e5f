using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Files.Markdown;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.About;

/// <param name="Language">Of the text, which may not be the page's.</param>
/// <param name="Blocks">Its parts.</param>
public sealed record OwnText(string Language, IReadOnlyList<MarkdownBlock> Blocks)
{
    public static OwnText Empty { get; } = new("en", []);

    public string Direction => CultureInfo.GetCultureInfo(Language).TextInfo.IsRightToLeft ? "rtl" : "ltr";
}

/// <summary>Finds a text of the space in the reader's language, else in the space's first one that has it.</summary>
public sealed class OwnWords(IServiceProvider services, SpaceContext context)
{
    public async Task<OwnText?> FindAsync(string key, CancellationToken ct)
    {
        // Most spaces have few texts, and the sign-in page asks for one: those without cost no query.
        if (context.MultiTenantContext.TenantInfo is not { } space || !space.Settings.Texts.Contains(key)) return null;

        var db = services.GetRequiredService<SpaceDbContext>();
        var texts = await db.SpaceTexts.AsNoTracking().Where(t => t.Key == key).ToDictionaryAsync(t => t.Language, t => t.Text, StringComparer.OrdinalIgnoreCase, ct);
        var language = space.Settings.Languages.Prepend(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName).FirstOrDefault(texts.ContainsKey);
        return language is null ? null : new(language, MarkdownText.Parse(texts[language]));
    }
}
