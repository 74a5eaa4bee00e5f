using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.Ratings;
using DgccAssess.Scoring.Tests.TestInstruments;
using static DgccAssess.Scoring.Tests.TestInstruments.Build;

namespace DgccAssess.Scoring.Tests.Ratings;

public sealed class GapTests
{
    private static readonly Instrument Three = Instrument(["indicator"], Levels(1, 5), [.. Leaves(1, 3, 1)]) with { NotApplicable = NotApplicablePolicy.Excluded };

    [Fact]
    public void Gap_Thirds_IsRoundedOnceFromTheExactDifference()
    {
        // 11/3 is 3.67 and 10/3 is 3.33: the published figures are 0.34 apart, the indices 1/3.
        var gap = Gap.Between(Card(4, 4, 3), Card(4, 3, 3));

        Assert.Equal(("3.67", "3.33", -0.33m), (gap.Total.Self.PublishedText, gap.Total.External.PublishedText, gap.Total.Difference));
        Assert.Equal(1, gap.DifferingIndicators);
    }

    [Fact]
    public void Gap_NotApplicableOnOneSide_HasNoDifferenceButDiffers()
    {
        var node = Gap.Between(Card(4, 4, 3), Card(null, 4, 3)).Nodes[0];

        Assert.Equal(("I1", null, true), (node.Code, node.Difference, node.Differs));
    }

    [Fact]
    public void Gap_DifferentInstruments_Throws() => Assert.Throws<ArgumentException>(() =>
        Gap.Between(Card(1, 1, 1), Scorecard.Compute(Three with { Code = "other" }, RatingsOf(("I1", 1), ("I2", 1), ("I3", 1)))));

    private static Scorecard Card(decimal? first, decimal? second, decimal? third) =>
        Scorecard.Compute(Three, RatingsOf(("I1", first), ("I2", second), ("I3", third)));
}
