namespace DgccAssess.Scoring.SharedCore;

/// <summary>One theme side by side.</summary>
public sealed record CoreThemeView
{
    public required string Code { get; init; }

    /// <summary>The questions that every compared country shows and whose means fit: the means are over these.</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    /// <summary>One per compared country, in their order; all without a mean where they may not stand side by side.</summary>
    public required IReadOnlyList<CoreThemeFigure> Figures { get; init; }

    public required IReadOnlyList<CoreReason> Reasons { get; init; }

    public CoreBadge Badge => CoreBadges.Of(Reasons);
    public bool HasMeans => Figures.All(figure => figure.Mean is not null);

    internal static CoreThemeView Of(CoreStructure structure, CoreTheme theme, IReadOnlyList<CoreCountry> countries, IReadOnlyList<CoreQuestionView> views, IReadOnlyList<CoreReason> general)
    {
        var own = views.Where(view => view.Theme == theme.Code).ToList();
        var common = own.Where(view => view.ShownByAll && view.MeansFit && view.Cells.All(cell => cell.Figures!.Mean is not null)).Select(view => view.Code).ToList();
        var figures = countries.Select(country => Figure(structure, theme, country, common)).ToList();
        var all = figures.TrueForAll(figure => figure.Mean is not null);
        return new CoreThemeView
        {
            Code = theme.Code,
            Questions = common,
            Figures = all ? figures : [.. figures.Select(figure => figure with { Mean = null })],
            Reasons = own.TrueForAll(view => view.Badge is CoreBadge.NotComparable)
                ? [.. general, new CoreReason(CoreReasonCode.NotShownByTwo, Count: 0)]
                : [.. general, .. own.SelectMany(view => view.Reasons).Where(reason => !reason.Forbids && reason.Code is CoreReasonCode.Close).Distinct()],
        };
    }

    private static CoreThemeFigure Figure(CoreStructure structure, CoreTheme theme, CoreCountry country, IReadOnlyList<string> questions) =>
        CoreThemeFigure.Of(structure.Minimums, theme, [.. questions.Select(code => country.Figures.Find(code)!).Select(q => (q.Kind, q.Mean!.Value))]);
}
