using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.Instruments.Checks;
using static DgccAssess.Scoring.Awards.AwardProblemCodes;

namespace DgccAssess.Scoring.Awards;

/// <summary>What an award refers to, where it is known: the tenant's groups and regions, and its instruments.</summary>
public sealed record AwardSurroundings(IReadOnlyCollection<string> Groups, IReadOnlyCollection<string> Regions, IReadOnlyList<Instrument> Instruments);

/// <summary>Structural validation of an award. Names and languages are the loader's.</summary>
public sealed class AwardCheck
{
    public const int MaxCategories = 100;
    public const int MaxWinners = 10_000;
    public const decimal MaxValue = 1000;
    internal const int MaxTieBreaks = 20;
    private const decimal MaxWeight = 1_000_000;

    private readonly AwardProblemList problems = new();
    private readonly Award award;

    private AwardCheck(Award award) => this.award = award;

    /// <summary>Finds every fault in reading order; empty when there is none.</summary>
    /// <param name="award">Any award whose required members are set.</param>
    /// <param name="surroundings">Null: what the award refers to is not checked.</param>
    public static IReadOnlyList<AwardProblem> Check(Award award, AwardSurroundings? surroundings = null)
    {
        var check = new AwardCheck(award);
        check.Header();
        check.Each("categories", award.Categories, category => category.Code, check.Category);
        if (surroundings is not null)
            new AwardReferences(award, surroundings, check.problems).Check();
        return check.problems.All;
    }

    private void Header()
    {
        if (!CodeRegister.IsValid(award.Code))
            problems.Add("code", CodeInvalid, award.Code);
        if (award.Rounding.Decimals is < 0 or > HeaderCheck.MaxDecimals)
            problems.Add("rounding/decimals", OutOfRange, award.Rounding.Decimals, 0, HeaderCheck.MaxDecimals);
        if (!Enum.IsDefined(award.Rounding.Mode))
            problems.Add("rounding/mode", ValueUnknown, award.Rounding.Mode);
        Each("predicates", award.Predicates, code => code, (_, _) => { });
        if (award.Jury is { } jury)
            CheckJury(jury);
        if (award.Categories.Count == 0)
            problems.Add("categories", CategoriesEmpty);
        if (award.Categories.Count > MaxCategories)
            problems.Add("categories", OutOfRange, award.Categories.Count, 1, MaxCategories);
    }

    private void CheckJury(Jury jury)
    {
        if (jury.Criteria.Count == 0)
            problems.Add("jury/criteria", CriteriaEmpty);
        Each("jury/criteria", jury.Criteria, criterion => criterion.Code, (criterion, path) => Weight(criterion.Weight, path));
        Range(jury.From, jury.To, "jury");
        if (jury.MinimumJurors is < 1 or > 100)
            problems.Add("jury/minimumJurors", OutOfRange, jury.MinimumJurors, 1, 100);
    }

    private void Category(AwardCategory category, string path)
    {
        if (category.Eligibility.MinimumPredicate is { } predicate && !award.Predicates.Contains(predicate, StringComparer.Ordinal))
            problems.Add($"{path}/minimumPredicate", PredicateUnknown, predicate);
        Limit(category.Eligibility.MinimumIndex, $"{path}/minimumIndex");
        Measure(category, $"{path}/measure");
        if (category.Winners is null && category.Threshold is null)
            problems.Add(path, WinnersMissing);
        if (category.Winners is < 1 or > MaxWinners)
            problems.Add($"{path}/winners", OutOfRange, category.Winners, 1, MaxWinners);
        Limit(category.Threshold, $"{path}/threshold");
        Levels(category, $"{path}/levels");
        TieBreaks(category, $"{path}/tieBreaks");
    }

    private void Measure(AwardCategory category, string path)
    {
        var parts = category.Measure.Parts;
        if (parts.Count == 0)
            problems.Add(path, MeasureEmpty);
        foreach (var part in parts)
        {
            Figure(part.Figure, path);
            if (part.Figure.Kind is FigureKind.Gap)
                problems.Add(path, GapRanks);
            if (!category.Measure.IsMix)
                continue;
            Weight(part.Weight, path);
            Range(part.From, part.To, path);
        }
        if (category.Eligibility.Allow.Contains(EntryWaiver.OtherInstrument)
            && parts.Select(part => part.Figure).Concat(category.TieBreaks).Any(figure => figure.Kind is not FigureKind.Jury))
            problems.Add(path, OtherInstrumentRanked);
    }

    private void Levels(AwardCategory category, string path)
    {
        var (levels, byPlace) = (category.Levels, category.Winners is not null);
        Each(path, levels, level => level.Code, (level, at) =>
        {
            if (byPlace ? level.Places is null || level.From is not null : level.From is null || level.Places is not null)
                problems.Add(at, LevelKind, byPlace ? "places" : "from");
            if (level.Places is < 1 or > MaxWinners)
                problems.Add(at, OutOfRange, level.Places, 1, MaxWinners);
            Limit(level.From, at);
        });
        if (levels.Count == 0)
            return;
        if (byPlace && levels.Sum(level => (long)(level.Places ?? 0)) is var places && places != category.Winners)
            problems.Add(path, LevelPlaces, places, category.Winners);
        for (var i = 1; i < levels.Count && !byPlace; i++)
            if (levels[i].From >= levels[i - 1].From)
                problems.Add($"{path}/{levels[i].Code}", LevelOrder, levels[i].From, levels[i - 1].From);
        if (!byPlace && levels[^1].From != category.Threshold)
            problems.Add(path, LevelThreshold, levels[^1].From, category.Threshold);
    }

    private void TieBreaks(AwardCategory category, string path)
    {
        if (category.TieBreaks.Count > MaxTieBreaks)
            problems.Add(path, OutOfRange, category.TieBreaks.Count, 0, MaxTieBreaks);
        var seen = category.Measure.IsMix ? [] : category.Measure.Parts.Select(part => part.Figure).ToHashSet();
        foreach (var figure in category.TieBreaks)
        {
            Figure(figure, path);
            if (!seen.Add(figure))
                problems.Add(path, TieBreakRepeated);
        }
    }

    private void Figure(Figure figure, string path)
    {
        if (!Enum.IsDefined(figure.Kind))
            problems.Add(path, ValueUnknown, figure.Kind);
        if (figure.Kind is FigureKind.Node && figure.Code is null)
            problems.Add(path, FigureWithoutNode, figure.Kind);
        if (figure.Kind is FigureKind.Index or FigureKind.Increase or FigureKind.Gap && figure.Code is not null)
            problems.Add(path, FigureWithCode, figure.Kind);
        if (figure.Kind is not FigureKind.Jury)
            return;
        if (award.Jury is null)
            problems.Add(path, JuryMissing);
        else if (figure.Code is { } code && !award.Jury.Criteria.Any(criterion => string.Equals(criterion.Code, code, StringComparison.Ordinal)))
            problems.Add(path, CriterionUnknown, code);
    }

    private void Limit(decimal? limit, string path)
    {
        if (limit is < -MaxValue or > MaxValue)
            problems.Add(path, OutOfRange, limit, -MaxValue, MaxValue);
        else if (limit is { } value && award.Rounding.Decimals is >= 0 and <= HeaderCheck.MaxDecimals && decimal.Round(value, award.Rounding.Decimals) != value)
            problems.Add(path, TooManyDecimals, value, award.Rounding.Decimals);
    }

    private void Weight(decimal weight, string path)
    {
        if (weight is <= 0 or > MaxWeight)
            problems.Add(path, OutOfRange, weight, 0, MaxWeight);
    }

    private void Range(decimal from, decimal to, string path)
    {
        if (from >= to)
            problems.Add(path, RangeEmpty, from, to);
        else if (from < -MaxValue || to > MaxValue)
            problems.Add(path, OutOfRange, from < -MaxValue ? from : to, -MaxValue, MaxValue);
    }

    private void Each<T>(string path, IReadOnlyList<T> items, Func<T, string> codeOf, Action<T, string> check)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < items.Count; i++)
        {
            var (code, at) = (codeOf(items[i]), $"{path}/{CodeRegister.Segment(codeOf(items[i]), i)}");
            if (!CodeRegister.IsValid(code))
                problems.Add(at, CodeInvalid, code);
            else if (!seen.Add(code))
                problems.Add(at, CodeDuplicate, code);
            check(items[i], at);
        }
    }
}
