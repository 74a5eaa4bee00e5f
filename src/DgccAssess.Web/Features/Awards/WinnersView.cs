using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Explain;
using DgccAssess.Core.Features.Awards.Rounds;

namespace DgccAssess.Web.Features.Awards;

/// <summary>A sealed list in the reader's language.</summary>
/// <param name="Stored">What was sealed.</param>
/// <param name="WithReasons">Also who decided otherwise than the ranking, and why: for the office, not for the public.</param>
public sealed record WinnersView(StoredAward Stored, bool WithReasons)
{
    public SealedAward Award => Stored.Award;

    public static string In(IReadOnlyDictionary<string, string> names) => new LocalizedText(names).InCurrentLanguage();

    /// <summary>Gold, silver and bronze have names in every language of the screen.</summary>
    public static string? LevelOf(SealedPrize prize)
    {
        if (prize.Level is not { } level) return null;
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        return prize.LevelNames?.GetValueOrDefault(language) ?? AwardWords.Find($"Level.{level}", language) ?? In(prize.LevelNames!);
    }

    public static string Shown(SealedPrize prize, SealedCategory category) =>
        prize.Value?.ToString("F" + category.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.CurrentCulture) ?? "–";
}
