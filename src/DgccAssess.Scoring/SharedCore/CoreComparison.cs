namespace DgccAssess.Scoring.SharedCore;

/// <summary>
/// What of two to ten countries may stand side by side, in which form, and why. The unit of comparison is one question: the share of agencies at each level. There is no total, no
/// ranking and no mean of means.
/// </summary>
public sealed record CoreComparison
{
    public const int MostCountries = 10;

    /// <summary>One per country, in the order given.</summary>
    public required IReadOnlyList<CoreStanding> Standings { get; init; }

    /// <summary>Those that share enough.</summary>
    public required IReadOnlyList<CoreCountry> Compared { get; init; }

    /// <summary>What holds for everything below.</summary>
    public required IReadOnlyList<CoreReason> Reasons { get; init; }

    /// <summary>One per question of the core; empty where nothing may be compared.</summary>
    public required IReadOnlyList<CoreQuestionView> Questions { get; init; }

    /// <summary>One per theme; empty where nothing may be compared.</summary>
    public required IReadOnlyList<CoreThemeView> Themes { get; init; }

    public CoreBadge Badge => CoreBadges.Of(Reasons);

    /// <exception cref="ArgumentException">More than ten countries, or one twice.</exception>
    public static CoreComparison Of(CoreStructure structure, IReadOnlyList<CoreCountry> countries)
    {
        if (countries.Count > MostCountries || countries.DistinctBy(country => country.Code, StringComparer.Ordinal).Count() < countries.Count)
            throw new ArgumentException("At most ten countries, each once, can be looked at.", nameof(countries));
        var standings = countries.Select(country => CoreStanding.Of(structure, country)).ToList();
        var compared = countries.Where((_, i) => standings[i].IsEnough).ToList();
        var reasons = CoreTogether.Reasons(structure, compared, [.. standings.Where(standing => standing.IsEnough)]);
        var may = CoreBadges.Of(reasons) is not CoreBadge.NotComparable;
        var questions = may ? structure.Themes.SelectMany(theme => theme.Questions.Select(code => CoreQuestionView.Of(structure, theme.Code, code, compared, reasons))).ToList() : [];
        return new CoreComparison
        {
            Standings = standings,
            Compared = compared,
            Reasons = reasons,
            Questions = questions,
            Themes = may ? [.. structure.Themes.Select(theme => CoreThemeView.Of(structure, theme, compared, questions, reasons))] : [],
        };
    }
}
