using System.Globalization;
using DgccAssess.Scoring.Awards;

namespace DgccAssess.Core.Features.Awards.Explain;

/// <summary>The rules of an award in words.</summary>
/// <param name="Name">Of the award.</param>
/// <param name="Sentences">What holds for all categories.</param>
/// <param name="Categories">In their order.</param>
public sealed record AwardExplanation(string Name, IReadOnlyList<string> Sentences, IReadOnlyList<CategoryExplanation> Categories);

public sealed record CategoryExplanation(string Code, string Name, IReadOnlyList<string> Sentences);

/// <summary>Names of what rules refer to by code. What has none is called by its code.</summary>
public sealed record AwardTerms
{
    public static AwardTerms Codes { get; } = new();

    public Func<string, string> Group { get; init; } = code => code;
    public Func<string, string> Region { get; init; } = code => code;
    public Func<string, string> Node { get; init; } = code => code;
    public Func<string, string> Predicate { get; init; } = code => code;
    public Func<string, string> Instrument { get; init; } = code => code;
}

/// <summary>Says the rules of an award in a language, from the rules themselves: nobody writes or translates an explanation, and none can be wrong.</summary>
public sealed class ExplainAward
{
    private readonly AwardDocument document;
    private readonly string language;
    private readonly AwardTerms terms;
    private readonly CultureInfo culture;

    private ExplainAward(AwardDocument document, string language, AwardTerms terms) =>
        (this.document, this.language, this.terms, culture) = (document, language, terms, CultureInfo.GetCultureInfo(language));

    public static AwardExplanation In(string language, AwardDocument document, AwardTerms? terms = null) =>
        new ExplainAward(document, language, terms ?? AwardTerms.Codes).Explain();

    /// <summary>What a value is called, for example "D4 Services" or "the increase".</summary>
    public static string NameOf(Figure figure, string language, AwardDocument document, AwardTerms terms) => new ExplainAward(document, language, terms).Figure(figure);

    /// <summary>The name of a prize's level: the award's own, else the product's for gold, silver and bronze, else its code.</summary>
    public static string LevelOf(string category, string level, string language, AwardDocument document) =>
        document.Names.TryGetValue(AwardNameKeys.Level(category, level), out var given) ? given.In(language) : AwardWords.Find($"Level.{level}", language) ?? level;

    private AwardExplanation Explain() => new(
        document.NameOf(AwardNameKeys.Award, document.Award.Code, language),
        [.. Header()],
        [.. document.Award.Categories.Select(c => new CategoryExplanation(c.Code, document.NameOf(AwardNameKeys.Category(c.Code), c.Code, language), [.. Category(c)]))]);

    private IEnumerable<string> Header()
    {
        var award = document.Award;
        yield return Words("Award.Instrument", terms.Instrument(award.Instrument));
        yield return Words("Award.Rounding", award.Rounding.Decimals);
        yield return Words(award.OnePerAgency is OnePerAgency.CategoryOrder ? "Award.OnePerAgency" : "Award.Several");
        if (award.Jury is not { } jury) yield break;
        yield return Words("Award.Jury", Number(jury.From), Number(jury.To), List(jury.Criteria.Select(c => Words("Criterion", Criterion(c.Code), Number(c.Weight)))));
        yield return Words("Award.Recusal", jury.MinimumJurors);
    }

    private IEnumerable<string> Category(AwardCategory category)
    {
        var rules = category.Eligibility;
        yield return rules.Groups.Count == 0 ? Words("Enter.All") : Words("Enter.Groups", List(rules.Groups.Select(terms.Group)));
        if (rules.Regions.Count > 0) yield return Words("Enter.Regions", List(rules.Regions.Select(terms.Region)));
        foreach (var waiver in Enum.GetValues<EntryWaiver>())
        {
            if (rules.Allow.Contains(waiver)) yield return Words($"Waive.{waiver}");
            else if (waiver is not EntryWaiver.OtherInstrument) yield return Words($"Demand.{waiver}");
        }

        if (rules.MinimumPredicate is { } predicate) yield return Words("Demand.Predicate", terms.Predicate(predicate));
        if (rules.MinimumIndex is { } index) yield return Words("Demand.Index", Shown(index));
        yield return Measure(category.Measure);
        yield return Winners(category);
        if (category.Levels.Count > 0) yield return Words("Levels", List(category.Levels.Select(level => Level(category, level))));
        if (category.TieBreaks.Count > 0) yield return Words("Ties.Ladder", List(category.TieBreaks.Select(Figure)));
        yield return Words("Ties.Shared");
    }

    private string Measure(Measure measure) => measure.IsMix
        ? Words("Measure.Mix", List(measure.Parts.Select(p => Words("Measure.Part", Figure(p.Figure), Number(p.Weight), Number(p.From), Number(p.To)))))
        : Words("Measure", Figure(measure.Parts[0].Figure));

    private string Winners(AwardCategory category) => (category.Winners, category.Threshold) switch
    {
        ({ } winners, { } threshold) => Words("Win.Both", winners, Shown(threshold)),
        ({ } winners, null) => Words("Win.Number", winners),
        (null, var threshold) => Words("Win.Threshold", Shown(threshold!.Value)),
    };

    private string Level(AwardCategory category, PrizeLevel level)
    {
        var name = LevelOf(category.Code, level.Code, language, document);
        return level.From is { } from ? Words("Level.From", name, Shown(from)) : Words("Level.Places", name, level.Places!);
    }

    private string Figure(Figure figure) => figure switch
    {
        { Kind: FigureKind.Node, Code: { } node } => Words("Figure.Node", terms.Node(node)),
        { Kind: FigureKind.Jury, Code: { } criterion } => Words("Figure.Criterion", Criterion(criterion)),
        _ => Words($"Figure.{figure.Kind}"),
    };

    private string Criterion(string code) => document.NameOf(AwardNameKeys.Criterion(code), code, language);

    private string Words(string key, params object[] values) => AwardWords.Of(key, language, values);

    private string List(IEnumerable<string> items) => AwardWords.List(items, language);

    private string Number(decimal value) => value.ToString("0.######", culture);

    private string Shown(decimal value) => value.ToString($"F{document.Award.Rounding.Decimals}", culture);
}
