using DgccAssess.Core.Data;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.Ratings;

namespace DgccAssess.Core.Features.Review;

/// <summary>What a rating may hold: a function of the instrument and the values.</summary>
public static class VerdictRules
{
    /// <summary>Characters of an explanation; the column holds as many.</summary>
    public const int ExplanationLength = 8000;

    /// <summary>Characters of a note for the interview.</summary>
    public const int NoteLength = 4000;

    public static Problem? CheckValue(string field, Scale scale, string indicator, decimal value) =>
        RatingCheck.CheckValue(indicator, scale, value) is null ? null : new Problem(field, Messages.LevelOffScale, scale.Floor, scale.Ceiling);

    public static Problem? CheckLength(string field, string text, int most) => text.Length <= most ? null : new Problem(field, Messages.TooLong, most);

    /// <summary>The first ticked criterion that is not this indicator's.</summary>
    public static string? Unknown(Indicator indicator, IReadOnlyCollection<string> criteria) => criteria.FirstOrDefault(c => !Codes(indicator).Contains(c));

    /// <summary>The ticked criteria in the instrument's order, each once.</summary>
    public static IReadOnlyList<string> InOrder(Indicator indicator, IReadOnlyCollection<string> criteria) => [.. Codes(indicator).Where(criteria.Contains)];

    /// <summary>The text as it is stored: blanks alone say nothing, and a line ends the same way whatever browser sent it.</summary>
    public static string Said(string text) => string.IsNullOrWhiteSpace(text) ? "" : text.ReplaceLineEndings("\n");

    /// <summary>A verdict that counts: a value and why.</summary>
    public static bool IsComplete(decimal? value, string explanation) => value is not null && !string.IsNullOrWhiteSpace(explanation);

    private static IEnumerable<string> Codes(Indicator indicator) => indicator.Levels.SelectMany(l => l.Criteria);
}
