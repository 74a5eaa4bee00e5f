using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.Paths;
using DgccAssess.Scoring.Tests.Golden;
using DgccAssess.Scoring.Tests.TestInstruments;
using FsCheck;
using FsCheck.Fluent;
using static DgccAssess.Scoring.Tests.TestInstruments.Build;

namespace DgccAssess.Scoring.Tests.Paths;

public sealed class CheapestPathTests
{
    private static readonly HashSet<string> None = [];

    /// <summary>Weights 4, 3, 3 and all at level 2: 2.00 "fair". 2.60 needs a gain of 6 tenths: one of the three to level 4 gains 8 or 6, two levels raised
    /// by one each gain 7 or 6. All take four criteria; 0.4 x 2 gains most.</summary>
    [Fact]
    public void Path_OfEqualWork_GainsMost()
    {
        var card = Scorecard.Compute(Instrument(["indicator"], Levels(1, 5), Full("I1", 4), Full("I2", 3), Full("I3", 3)), RatingsOf(("I1", 2), ("I2", 2), ("I3", 2)));

        var path = CheapestPath.To(card, None, 2.6m)!;

        var step = Assert.Single(path.Steps);
        Assert.Equal(("I1", 2m, 4), (step.Indicator, step.From, step.To));
        Assert.Equal(["I1.3.a", "I1.3.b", "I1.4.a", "I1.4.b"], step.Criteria);
        Assert.Equal((4, 2.80m), (path.Cost, path.Reached));
    }

    [Fact]
    public void Path_CriteriaMetAlready_AreNoWork()
    {
        var card = Scorecard.Compute(Instrument(["indicator"], Levels(1, 5), Full("I1", 4), Full("I2", 3), Full("I3", 3)), RatingsOf(("I1", 2), ("I2", 2), ("I3", 2)));

        // Levels 3 and 4 of I2 lack one criterion each: 0.3 x 2 for two criteria.
        var path = CheapestPath.To(card, new HashSet<string>(["I2.3.a", "I2.4.b"], StringComparer.Ordinal), 2.6m)!;

        Assert.Equal(("I2", 4), Assert.Single(path.Steps.Select(s => (s.Indicator, s.To))));
        Assert.Equal(["I2.3.b", "I2.4.a"], path.Steps[0].Criteria);
        Assert.Equal((2, 2.60m), (path.Cost, path.Reached));
    }

    /// <summary>With one decimal 2.05 is shown as 2.1 already.</summary>
    [Fact]
    public void Path_LeadsToThePublishedFigure()
    {
        var card = Scorecard.Compute(Instrument(["indicator"], Levels(1, 5), Full("I1", 0.05m), Full("I2", 9.95m)) with { Rounding = new Rounding(1, RoundingMode.HalfUp) },
            RatingsOf(("I1", 1), ("I2", 2)));
        Assert.Equal(2.0m, card.Total.Published);

        // I1 at its highest gives 2.015.
        Assert.Equal(["I2"], CheapestPath.To(card, None, 2.1m)!.Steps.Select(s => s.Indicator));
    }

    [Fact]
    public void Path_ToWhatIsReached_IsEmpty_AndToWhatCantBe_IsNone()
    {
        var card = Scorecard.Compute(Instrument(["indicator"], Levels(1, 5), Full("I1", 5), Leaf("I2", 5)), RatingsOf(("I1", 3), ("I2", 1)));

        Assert.Empty(CheapestPath.To(card, None, 2.0m)!.Steps);
        Assert.NotNull(CheapestPath.To(card, None, 3.0m));
        Assert.Null(CheapestPath.To(card, None, 3.01m));
    }

    [Fact]
    public void NextPredicate_IsTheOneAbove()
    {
        var next = NextPredicate.After(Scorecard.Compute(Spbe.Year2020, PublishedResult.Load("G01").Ratings("I")))!;
        Assert.True(next.Missing > 0);
        Assert.False(next.Predicate.Contains(next.Predicate.From - 0.01m));

        var best = Scorecard.Compute(Instrument(["indicator"], Levels(1, 5), Full("I1", 1)), RatingsOf(("I1", 5)));
        Assert.Null(NextPredicate.After(best));
    }

    [Fact]
    public void Path_OfAMinistry_ReachesItsNextPredicate()
    {
        var card = Scorecard.Compute(Spbe.Year2020, PublishedResult.Load("G01").Ratings("I"));
        var target = NextPredicate.After(card)!.Predicate.From;

        var path = CheapestPath.To(card, None, target)!;

        Assert.True(path.Reached >= target);
        Assert.Equal(path.Reached, Raised(card, path).Total.Published);
    }

    [Fact]
    public void Path_OfAnySmallInstrument_IsAsCheapAsTryingEverything() => Prop.ForAll(Small.ToArbitrary(), one =>
    {
        var (card, target) = one;
        var path = CheapestPath.To(card, None, target);

        Assert.Equal(Cheapest(card, target), path?.Cost);
        if (path is null) return;
        Assert.True(path.Reached >= target);
        Assert.Equal(path.Reached, Raised(card, path).Total.Published);
        Assert.Equal(path.Steps.Sum(s => s.Criteria.Count), path.Cost);
    }).QuickCheckThrowOnFailure();

    private static Gen<(Scorecard Card, decimal Target)> Small { get; } =
        from ratings in Gen.Choose(1, 4).ArrayOf(4)
        from weights in Gen.Choose(1, 900).ArrayOf(4)
        from target in Gen.Choose(100, 410)
        let leaves = weights.Select((w, i) => Leaf($"I{i + 1}", w / 100m, "level", i == 3 ? [] : [1, 2, 3, 4])).ToList()
        let card = Scorecard.Compute(Instrument(["indicator"], Levels(1, 5), leaves), RatingsOf(ratings.Select((r, i) => ($"I{i + 1}", (decimal?)r))))
        select (card, target / 100m);

    /// <summary>Every combination of levels of three indicators, two criteria a level.</summary>
    private static int? Cheapest(Scorecard card, decimal target)
    {
        var start = card.RawRatings.ToArray();
        int? best = null;
        for (var a = start[0] / 100; a <= Math.Max(4, start[0] / 100); a++)
            for (var b = start[1] / 100; b <= Math.Max(4, start[1] / 100); b++)
                for (var c = start[2] / 100; c <= Math.Max(4, start[2] / 100); c++)
                {
                    var raised = Scorecard.Compute(card.Plan, RatingsOf(("I1", a), ("I2", b), ("I3", c), ("I4", start[3] / 100)));
                    var work = 2 * (a + b + c - ((start[0] + start[1] + start[2]) / 100));
                    if (raised.Total.Published >= target && (best is null || work < best)) best = work;
                }

        return best;
    }

    private static Scorecard Raised(Scorecard card, CheapestPath path) => Scorecard.Compute(card.Plan, card.Plan.Indicators
        .Select((node, i) => (node.Code, Value: (decimal?)card.RawRatings[i] / ScoringPlan.RatingUnit))
        .ToDictionary(pair => pair.Code, pair => path.Steps.FirstOrDefault(s => s.Indicator == pair.Code)?.To ?? pair.Value, StringComparer.Ordinal));

    private static Node Full(string code, decimal weight) => Leaf(code, weight, "level", 1, 2, 3, 4, 5);
}
