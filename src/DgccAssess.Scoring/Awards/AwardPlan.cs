namespace DgccAssess.Scoring.Awards;

/// <summary>An award compiled once: every value that some rule looks at has one column, however many rules do.</summary>
internal sealed class AwardPlan
{
    private readonly List<Measure> columns = [];
    private readonly Dictionary<Figure, int> single = [];

    private AwardPlan(Award award)
    {
        Award = award;
        Index = ColumnOf(new Figure(FigureKind.Index));
        Categories = [.. award.Categories.Select(category => new CategoryPlan(
            category, ColumnOf(category.Measure), [.. category.TieBreaks.Select(ColumnOf)], DemandsOf(category)))];
    }

    public Award Award { get; }
    public IReadOnlyList<Measure> Columns => columns;
    public IReadOnlyList<CategoryPlan> Categories { get; }

    /// <summary>The column of the index.</summary>
    public int Index { get; }

    /// <exception cref="ArgumentException">The award has faults; see <see cref="AwardCheck"/>.</exception>
    public static AwardPlan Compile(Award award)
    {
        var problems = AwardCheck.Check(award);
        return problems.Count == 0
            ? new AwardPlan(award)
            : throw new ArgumentException($"Award {award.Code}: {string.Join("; ", problems.Select(p => $"{p.Path} {p.Code}"))}", nameof(award));
    }

    private int ColumnOf(Measure measure)
    {
        if (!measure.IsMix)
            return ColumnOf(measure.Parts[0].Figure);
        columns.Add(measure);
        return columns.Count - 1;
    }

    private int ColumnOf(Figure figure)
    {
        if (single.TryGetValue(figure, out var column))
            return column;
        columns.Add(Measure.Of(figure.Kind, figure.Code));
        return single[figure] = columns.Count - 1;
    }

    /// <summary>The facts about a candidate that keep it out of this category.</summary>
    private static Refusal DemandsOf(AwardCategory category)
    {
        var demands = Refusal.NotTakingPart | Refusal.NoConsent | Refusal.OpenObjection | Refusal.OtherInstrument;
        foreach (var exception in category.Eligibility.Allow)
            demands &= ~(exception switch
            {
                EntryWaiver.NotTakingPart => Refusal.NotTakingPart,
                EntryWaiver.NoConsent => Refusal.NoConsent,
                EntryWaiver.OpenObjection => Refusal.OpenObjection,
                EntryWaiver.OtherInstrument => Refusal.OtherInstrument,
                _ => throw new ArgumentOutOfRangeException(nameof(category), exception, message: null),
            });
        foreach (var part in category.Measure.Parts)
            demands |= part.Figure.Kind switch
            {
                FigureKind.Index => Refusal.NoIndex,
                FigureKind.Increase => Refusal.NoIndex | Refusal.NoPrevious | Refusal.PreviousOtherInstrument,
                FigureKind.Jury => Refusal.NoJury | Refusal.TooFewJurors,
                _ => Refusal.None,
            };
        return category.Eligibility.MinimumPredicate is null ? demands : demands | Refusal.NoPredicate;
    }
}

/// <param name="Category">The rules.</param>
/// <param name="Column">The column it ranks by.</param>
/// <param name="TieBreaks">The columns of its ladder.</param>
/// <param name="Demands">The facts that keep a candidate out.</param>
internal sealed record CategoryPlan(AwardCategory Category, int Column, int[] TieBreaks, Refusal Demands);
