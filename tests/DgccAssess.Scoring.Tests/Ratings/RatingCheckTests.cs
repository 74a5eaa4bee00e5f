using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.Ratings;
using DgccAssess.Scoring.Tests.TestInstruments;
using static DgccAssess.Scoring.Tests.TestInstruments.Build;

namespace DgccAssess.Scoring.Tests.Ratings;

public sealed class RatingCheckTests
{
    private static readonly Instrument Whole = Instrument(["indicator"], Levels(1, 5), [.. Leaves(1, 5, 1)]);
    private static readonly Instrument Decimals = Whole with { Scales = [Levels(1, 5, decimals: true)] };

    [Fact]
    public void Check_ManyProblems_FindsAllAtOnce()
    {
        var problems = Check(Whole, ("I1", 3), ("I2", 6), ("I3", null), ("I5", 2.5m), ("i4", 3), ("I9", 1));

        Assert.Equal(
            ["I2 off-scale 6,1,5", "I3 not-applicable-forbidden ", "I4 rating-missing ", "I5 off-scale 2.5,1,5", "i4 unknown-indicator ", "I9 unknown-indicator "], problems);
    }

    [Fact]
    public void Check_DecimalScale_AllowsTwoDecimalsWithinIt()
    {
        Assert.Empty(Check(Decimals, ("I1", 1.26m), ("I2", 1m), ("I3", 5.00m), ("I4", 1.260m), ("I5", 4.99m)));
        Assert.Equal(
            ["I1 too-many-decimals 1.265,2", "I2 off-scale 0.99,1,5", "I3 off-scale 5.01,1,5", "I4 off-scale 79228162514264337593543950335,1,5", "I5 off-scale -1,1,5"],
            Check(Decimals, ("I1", 1.265m), ("I2", 0.99m), ("I3", 5.01m), ("I4", decimal.MaxValue), ("I5", -1m)));
    }

    [Fact]
    public void Check_NotApplicableAllowed_HasNoProblem() =>
        Assert.Empty(Check(Whole with { NotApplicable = NotApplicablePolicy.Excluded }, ("I1", null), ("I2", null), ("I3", null), ("I4", null), ("I5", null)));

    [Fact]
    public void Compute_EverythingNotApplicable_HasNoIndex()
    {
        var card = Scorecard.Compute(Whole with { NotApplicable = NotApplicablePolicy.Excluded }, RatingsOf(Enumerable.Range(1, 5).Select(i => ($"I{i}", (decimal?)null))));

        Assert.Equal((false, null, null, null, null), (card.Total.Index.HasValue, card.Total.Published, card.Total.PublishedText, card.Total.ExactText, card.Total.Predicate));
    }

    [Fact]
    public void Compute_WithProblems_ThrowsNamingThem() => Assert.Contains(
        "I2 rating-missing", Assert.Throws<ArgumentException>(() => Scorecard.Compute(Whole, RatingsOf(("I1", 1)))).Message, StringComparison.Ordinal);

    private static IEnumerable<string> Check(Instrument instrument, params IEnumerable<(string, decimal?)> ratings) =>
        RatingCheck.Check(ScoringPlan.Compile(instrument), RatingsOf(ratings)).Select(p => $"{p.Indicator} {p.Code} {string.Join(',', p.Arguments)}");
}
