using DgccAssess.Scoring.Cooperation;
using DgccAssess.Scoring.Egdi;

namespace DgccAssess.Scoring.Tests.Cooperation;

public sealed class ResultBesideEffortTests
{
    private static readonly string[] Others = ["BBB", "CCC", "DDD", "EEE"];

    // A rises from the fourth place to the second in 2022 while the others hardly move, and stays there in 2024.
    private static readonly IReadOnlyList<EgdiEdition> Editions =
    [
        Edition(2018, 0.30m, 0.80m, 0.60m, 0.40m, 0.20m),
        Edition(2020, 0.30m, 0.80m, 0.60m, 0.40m, 0.20m),
        Edition(2022, 0.70m, 0.81m, 0.60m, 0.39m, 0.20m),
        Edition(2024, 0.71m, 0.82m, 0.60m, 0.39m, 0.20m),
    ];

    [Theory]
    [InlineData(2020, 2022, 2020, 2022, false, false)]
    [InlineData(2021, 2021, 2020, 2022, false, false)]
    [InlineData(2017, 2019, 2018, 2020, true, false)]
    [InlineData(2020, 2023, 2020, 2024, false, false)]
    [InlineData(2023, 2027, 2022, 2024, false, true)]
    [InlineData(2020, null, 2020, 2024, false, true)]
    public void Editions_AreTheNearestAroundThePeriod(int start, int? end, int from, int to, bool startsInside, bool endsInside)
    {
        var effort = ResultBesideEffort.Of(Editions, "AAA", start, end)!;

        Assert.Equal((from, to, startsInside, endsInside), (effort.From.Year, effort.To.Year, effort.StartsInside, effort.EndsInside));
    }

    [Fact]
    public void Rise_BeyondTheNoise_IsTold_AndDecomposed()
    {
        var step = ResultBesideEffort.Of(Editions, "AAA", 2020, 2022)!.Whole!;

        Assert.Equal((EffortVerdict.Risen, 4, 2), (step.Verdict, step.Before.Rank, step.Now.Rank));
        Assert.Equal((0.40m, 2), (step.Change.Egdi, step.Change.Rank));
        Assert.Equal(step.Change.Egdi, step.Change.Osi + step.Change.Tii + step.Change.Hci + step.Change.Rest);
    }

    [Fact]
    public void Rise_InsideTheNoise_SaysThatNoneCanBeTold()
    {
        // Half of all move by 0.06 or more against the field: with so much less it would still be second.
        IReadOnlyList<EgdiEdition> restless = [Edition(2020, 0.50m, 0.52m, 0.40m, 0.38m, 0.30m), Edition(2022, 0.56m, 0.52m, 0.28m, 0.50m, 0.40m)];

        var step = ResultBesideEffort.Of(restless, "AAA", 2020, 2022)!.Whole!;

        Assert.Equal((2, 1), (step.Before.Rank, step.Now.Rank));
        Assert.Equal(EffortVerdict.InsideNoise, step.Verdict);
    }

    [Fact]
    public void Period_AcrossTheBreak_KeepsTheStretchBeforeIt()
    {
        var effort = ResultBesideEffort.Of(Editions, "AAA", 2018, 2023)!;

        Assert.True(effort.Whole!.Change.IsBroken);
        Assert.Equal((2018, 2022), (effort.BeforeBreak!.From.Year, effort.BeforeBreak.To.Year));
        Assert.Equal([2020, 2022, 2024], effort.Steps.Select(s => s.To.Year));
    }

    [Fact]
    public void Period_AfterTheLastEdition_HasNoChange_AndAnUnknownCountryNothing()
    {
        Assert.Null(ResultBesideEffort.Of(Editions, "AAA", 2025, null)!.Whole);
        Assert.Null(ResultBesideEffort.Of(Editions, "ZZZ", 2020, 2022));
    }

    private static EgdiEdition Edition(int year, decimal own, params decimal[] others)
    {
        List<(string Code, decimal Egdi)> all = [("AAA", own), .. Others.Zip(others)];
        return new EgdiEdition(year, 4, [.. all.Select(c => new EgdiCountry { Code = c.Code, Name = c.Code, Egdi = c.Egdi, Components = new(c.Egdi, c.Egdi, c.Egdi), Rank = 1 + all.Count(o => o.Egdi > c.Egdi) })]);
    }
}
