namespace DgccAssess.Scoring.SharedCore;

/// <summary>A question on which some of the countries could use advice.</summary>
/// <param name="Question">Its code.</param>
/// <param name="Weak">Codes of countries in which at least half of the agencies are at level 1 or 2.</param>
/// <param name="Gaps">Codes of countries that do not show it.</param>
public sealed record CoreNeed(string Question, IReadOnlyList<string> Weak, IReadOnlyList<string> Gaps)
{
    /// <summary>In the order of the core; a question on which nobody is weak, and which all show, is not among them. What is hidden is nobody's weakness.</summary>
    public static IReadOnlyList<CoreNeed> Of(CoreStructure structure, IReadOnlyCollection<CoreCountry> countries) =>
    [
        .. structure.Questions.Select(code => new CoreNeed(
                code,
                [.. countries.Where(c => IsShown(structure, c, code) && IsWeak(c.Figures.Find(code)!.ToBands())).Select(c => c.Code)],
                [.. countries.Where(c => !IsShown(structure, c, code)).Select(c => c.Code)]))
            .Where(need => need.Weak.Count + need.Gaps.Count > 0),
    ];

    private static bool IsShown(CoreStructure structure, CoreCountry country, string code) => CoreAvailabilities.Of(structure.Minimums, country.Figures, code) is CoreAvailability.Shown;

    private static bool IsWeak(CoreBands bands) => bands is { Low: { } low, Middle: { } middle, High: { } high } && 2 * low >= low + middle + high;
}
