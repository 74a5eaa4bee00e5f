using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.Tests.TestInstruments;
using FsCheck;
using FsCheck.Fluent;

namespace DgccAssess.Scoring.Tests.Instruments;

public sealed class PredicateCheckTests
{
    [Fact]
    public void Check_TopWithoutPredicate_ReportsTheGap() => Assert.Equal(
        ["predicates predicate-gap 5.00,5.00"], Problems(Spbe.Year2020 with { Predicates = [.. Build.SpbePredicates().Select(p => p with { ToInclusive = false })] }));

    [Fact]
    public void Check_LimitsOfTwoDecimalsOnAFinerRounding_LeaveAGap()
    {
        Predicate[] predicates = [new() { Code = "low", From = 1, To = 2.99m, ToInclusive = true }, new() { Code = "high", From = 3, To = 5, ToInclusive = true }];

        Assert.Empty(Problems(Spbe.Year2020 with { Predicates = predicates }));
        Assert.Equal(["predicates predicate-gap 2.991,2.999"], Problems(Spbe.Year2020 with { Predicates = predicates, Rounding = new Rounding(3, RoundingMode.HalfUp) }));
    }

    [Fact]
    public void Check_SharedBorder_ReportsTheOverlap() => Assert.Equal(
        ["predicates/high/from predicate-overlap low,3.00,3.00"],
        Problems(Spbe.Year2020 with { Predicates = [new() { Code = "low", From = 1, To = 3, ToInclusive = true }, new() { Code = "high", From = 3, To = 5, ToInclusive = true }] }));

    [Fact]
    public void Check_LimitsFarOutsideTheScale_AreNoProblem() =>
        Assert.Empty(Problems(Spbe.Year2020 with { Predicates = [new() { Code = "any", From = decimal.MinValue, To = decimal.MaxValue }] }));

    [Fact]
    public void Check_EmptyAndUnreachable_AreReported() => Assert.Equal(
        ["predicates/none/from predicate-range 3,3", "predicates/none predicate-unreachable ", "predicates/above predicate-unreachable "],
        Problems(Spbe.Year2020 with
        {
            Predicates = [.. Build.SpbePredicates(), new() { Code = "none", From = 3, To = 3 }, new() { Code = "above", From = 5.001m, To = 9 }],
        }));

    /// <summary>The interval logic against every step one by one.</summary>
    [Fact]
    public void Check_AnyPredicates_AgreesWithTryingEveryStep() => Prop.ForAll(Instruments().ToArbitrary(), instrument =>
    {
        var step = 1m / (decimal)Math.Pow(10, instrument.Rounding.Decimals);
        var (gaps, overlaps) = (new List<decimal>(), new List<decimal>());
        for (decimal figure = instrument.Scales[0].Floor; figure <= instrument.Scales[0].Ceiling; figure += step)
        {
            var found = instrument.Predicates.Count(predicate => predicate.Contains(figure));
            if (found != 1)
                (found == 0 ? gaps : overlaps).Add(figure);
        }
        var problems = InstrumentCheck.Check(instrument);

        Assert.Equal(gaps, StepsOf(problems, InstrumentProblemCodes.PredicateGap, first: 0, step));
        Assert.Equal(overlaps, StepsOf(problems, InstrumentProblemCodes.PredicateOverlap, first: 1, step).Distinct().Order());
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static Gen<Instrument> Instruments() =>
        from floor in Gen.Choose(0, 1)
        from decimals in Gen.Choose(0, 2)
        from count in Gen.Choose(0, 5)
        from limits in Gen.Choose(-20, 140).ArrayOf(2 * count)
        from inclusive in Gen.Elements(false, true).ArrayOf(count)
        select Build.Instrument(["indicator"], Build.Levels(floor, 3), Build.Leaf("I1", 1)) with
        {
            Rounding = new Rounding(decimals, RoundingMode.HalfUp),
            Predicates = [.. inclusive.Select((isInclusive, i) => new Predicate
            {
                Code = $"P{i}",
                From = Math.Min(limits[2 * i], limits[(2 * i) + 1]) / 40m,
                To = Math.Max(limits[2 * i], limits[(2 * i) + 1]) / 40m,
                ToInclusive = isInclusive,
            })],
        };

    private static IEnumerable<decimal> StepsOf(IEnumerable<InstrumentProblem> problems, string code, int first, decimal step)
    {
        foreach (var arguments in problems.Where(problem => problem.Code == code).Select(problem => problem.Arguments))
            for (var figure = Parse(arguments[first]); figure <= Parse(arguments[first + 1]); figure += step)
                yield return figure;
    }

    private static decimal Parse(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Problems(Instrument instrument) =>
        InstrumentCheck.Check(instrument).Select(problem => $"{problem.Path} {problem.Code} {string.Join(',', problem.Arguments)}");
}
