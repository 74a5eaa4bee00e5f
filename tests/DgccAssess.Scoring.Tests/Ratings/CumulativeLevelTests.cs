using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.Ratings;
using DgccAssess.Scoring.Tests.TestInstruments;
using FsCheck.Xunit;

namespace DgccAssess.Scoring.Tests.Ratings;

public sealed class CumulativeLevelTests
{
    private static readonly Scale Scale = Build.Levels(1, 5);
    private static readonly Indicator Indicator = Build.Leaf("I1", 1, "level", 1, 2, 3, 4, 5).Indicator!;
    private static readonly string[] Criteria = [.. Indicator.Levels.SelectMany(level => level.Criteria)];

    [Fact]
    public void Supported_NothingMet_IsTheFloorAndItsOwnCriteriaAreMissing()
    {
        var support = CumulativeLevel.Supported(Indicator, Scale, Met());

        Assert.Equal((1, 2), (support.Level, support.NextLevel));
        Assert.Equal(["I1.1.a", "I1.1.b", "I1.2.a", "I1.2.b"], support.MissingForNext);
    }

    [Fact]
    public void Supported_HigherLevelMetOverAGap_DoesNotCount()
    {
        var support = CumulativeLevel.Supported(Indicator, Scale, Met("I1.1.a", "I1.1.b", "I1.2.a", "I1.3.a", "I1.3.b", "I1.4.a", "I1.4.b"));

        Assert.Equal((1, 2), (support.Level, support.NextLevel));
        Assert.Equal(["I1.2.b"], support.MissingForNext);
    }

    [Fact]
    public void Supported_AllMet_IsTheTopWithNothingNext()
    {
        var support = CumulativeLevel.Supported(Indicator, Scale, Met(Criteria));

        Assert.Equal((5, null), (support.Level, support.NextLevel));
        Assert.Empty(support.MissingForNext);
    }

    [Fact]
    public void Supported_ScaleWhoseFloorHasNoCriteria_ClimbsFromTheFloor()
    {
        var fromZero = Build.Leaf("I1", 1, "level", 1, 3).Indicator!;

        Assert.Equal((0, 1), Levels(CumulativeLevel.Supported(fromZero, Build.Levels(0, 5), Met())));
        Assert.Equal((1, 3), Levels(CumulativeLevel.Supported(fromZero, Build.Levels(0, 5), Met("I1.1.a", "I1.1.b"))));
        Assert.Equal((3, null), Levels(CumulativeLevel.Supported(fromZero, Build.Levels(0, 5), Met("I1.1.a", "I1.1.b", "I1.3.a", "I1.3.b"))));
    }

    [Fact]
    public void Supported_WithoutCriteria_SaysNothing()
    {
        Assert.Equal((null, null), Levels(CumulativeLevel.Supported(Build.Leaf("I1", 1).Indicator!, Scale, Met("I1.1.a"))));
        Assert.Empty(CumulativeLevel.Lacking(Build.Leaf("I1", 1).Indicator!, Scale, Met(), 4));
    }

    [Property]
    public void Supported_AnyAnswers_IsTheHighestLevelWithAllCriteriaUpToIt(bool[] answers, int removed)
    {
        var met = Met([.. Criteria.Where((_, i) => answers.Length == 0 || answers[i % answers.Length] || i < removed % 11)]);
        var oracle = Scale.Levels.Where(level => Indicator.Levels.Where(l => l.Level <= level).All(l => l.Criteria.All(met.Contains))).Append(1).Max();
        var support = CumulativeLevel.Supported(Indicator, Scale, met);

        Assert.Equal(oracle, support.Level);
        Assert.Empty(CumulativeLevel.Lacking(Indicator, Scale, met, oracle));
        Assert.Equal(oracle == 5 ? [] : CumulativeLevel.Lacking(Indicator, Scale, met, oracle + 1), support.MissingForNext);
        Assert.Equal(oracle < 5, support.MissingForNext.Count > 0);
    }

    [Theory]
    [InlineData("1", "")]
    [InlineData("1.99", "")]
    [InlineData("2", "I1.1.b I1.2.b")]
    [InlineData("2.5", "I1.1.b I1.2.b")]
    [InlineData("3", "I1.1.b I1.2.b I1.3.a I1.3.b")]
    public void Lacking_ClaimedRating_ListsUnmetCriteriaUpToIt(string claimed, string lacking) => Assert.Equal(
        lacking,
        string.Join(' ', CumulativeLevel.Lacking(Indicator, Scale, Met("I1.1.a", "I1.2.a"), decimal.Parse(claimed, System.Globalization.CultureInfo.InvariantCulture))));

    private static (int?, int?) Levels(LevelSupport support) => (support.Level, support.NextLevel);

    private static HashSet<string> Met(params IEnumerable<string> criteria) => [.. criteria];
}
