namespace DgccAssess.Scoring.SharedCore;

/// <summary>A theme of one agency or country.</summary>
/// <param name="Code">T1 ... T6.</param>
/// <param name="Answered">How many of its questions count here.</param>
/// <param name="Close">How many of those are mapped as close.</param>
/// <param name="Mean">The plain mean of their values, rounded half up once; null below the minimum, or where more of them are close than may be.</param>
public sealed record CoreThemeFigure(string Code, int Answered, int Close, decimal? Mean)
{
    private const int Decimals = 2;

    /// <summary>One per theme. Themes are never averaged into a total.</summary>
    /// <param name="structure">The core.</param>
    /// <param name="values">Kind and raw value of each question that counts; a missing one is no zero.</param>
    public static IReadOnlyList<CoreThemeFigure> Of(CoreStructure structure, IReadOnlyDictionary<string, (CoreKind Kind, decimal Value)> values) =>
        [.. structure.Themes.Select(theme => Of(structure.Minimums, theme, [.. theme.Questions.Where(values.ContainsKey).Select(code => values[code])]))];

    /// <summary>One theme.</summary>
    internal static CoreThemeFigure Of(CoreMinimums minimums, CoreTheme theme, IReadOnlyList<(CoreKind Kind, decimal Value)> values)
    {
        var close = values.Count(v => v.Kind is CoreKind.Close);
        var hasMean = values.Count >= minimums.QuestionsOfTheme && close <= minimums.MostClose * values.Count;
        return new CoreThemeFigure(theme.Code, values.Count, close, hasMean ? Rounded(values.Sum(v => v.Value) / values.Count) : null);
    }

    // Thirds end at the last digit of a decimal: without the first step three of them could miss the half they add up to.
    private static decimal Rounded(decimal value) => Math.Round(Math.Round(value, 20), Decimals, MidpointRounding.AwayFromZero);
}
