using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.National;
using static DgccAssess.Scoring.Tests.TestInstruments.Build;

namespace DgccAssess.Scoring.Tests.National;

public sealed class UnmetCriteriaTests
{
    private static readonly ScoringPlan Two = ScoringPlan.Compile(Instrument(["indicator"], Levels(1, 5), [.. Leaves(1, 2, 1)]));

    [Fact]
    public void Count_TakesTheNextLevelOnlyAndBreaksTiesByCode()
    {
        var unmet = new UnmetCriteria();
        unmet.Add(Card(2, 5), new HashSet<string>(StringComparer.Ordinal) { "I1.3.b" });
        unmet.Add(Card(2, 4), new HashSet<string>(StringComparer.Ordinal) { "I2.5.a" });

        Assert.Equal(
            [new UnmetCriterion("I1.3.a", "I1", 3, 2), new UnmetCriterion("I1.3.b", "I1", 3, 1), new UnmetCriterion("I2.5.b", "I2", 5, 1)],
            unmet.MostCommon(10));
        Assert.Equal("I1.3.a", Assert.Single(unmet.MostCommon(1)).Criterion);
    }

    private static Scorecard Card(decimal first, decimal second) => Scorecard.Compute(Two, RatingsOf(("I1", first), ("I2", second)));
}
