namespace DgccAssess.Scoring.SharedCore;

/// <summary>What several countries are strong or weak in together.</summary>
/// <param name="Question">Its code.</param>
/// <param name="Countries">How many countries show its bands.</param>
/// <param name="High">In how many of them at least half of the agencies are at level 4 or 5.</param>
/// <param name="Low">In how many at least half are at level 1 or 2.</param>
public sealed record CorePattern(string Question, int Countries, int High, int Low)
{
    /// <summary>High in most of the countries that show it.</summary>
    public bool IsStrength => Countries > 1 && High * 2 > Countries && High > Low;

    public bool IsWeakness => Countries > 1 && Low * 2 > Countries && Low > High;

    /// <summary>One per question, in the order of the core.</summary>
    public static IReadOnlyList<CorePattern> Of(CoreStructure structure, IReadOnlyCollection<CoreCountry> countries) => [.. structure.Questions.Select(code => Of(structure, code, countries))];

    private static CorePattern Of(CoreStructure structure, string code, IReadOnlyCollection<CoreCountry> countries)
    {
        var shown = countries.Where(c => CoreAvailabilities.Of(structure.Minimums, c.Figures, code) is CoreAvailability.Shown).Select(c => c.Figures.Find(code)!.ToBands())
            .Where(bands => bands is { Low: not null, Middle: not null, High: not null }).ToList();
        return new CorePattern(code, shown.Count, shown.Count(b => 2 * b.High >= b.Low + b.Middle + b.High), shown.Count(b => 2 * b.Low >= b.Low + b.Middle + b.High));
    }
}

/// <summary>A question to ask a country next: what it does not show.</summary>
/// <param name="Question">Its code.</param>
/// <param name="Why">Why it is not shown.</param>
/// <param name="Others">How many other countries show it: what is asked first is what most can be set beside.</param>
public sealed record CoreGap(string Question, CoreAvailability Why, int Others)
{
    /// <summary>Those that most others show first, then in the order of the core.</summary>
    public static IReadOnlyList<CoreGap> Of(CoreStructure structure, CoreCountry country, IReadOnlyCollection<CoreCountry> others) =>
    [
        .. structure.Questions.Select(code => new CoreGap(
                code, CoreAvailabilities.Of(structure.Minimums, country.Figures, code),
                others.Count(other => other.Code != country.Code && CoreAvailabilities.Of(structure.Minimums, other.Figures, code) is CoreAvailability.Shown)))
            .Where(gap => gap.Why is not CoreAvailability.Shown).OrderByDescending(gap => gap.Others),
    ];
}
