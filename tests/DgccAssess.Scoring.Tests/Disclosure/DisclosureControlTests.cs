using DgccAssess.Scoring.Disclosure;
using static DgccAssess.Scoring.Tests.Disclosure.Tables;

namespace DgccAssess.Scoring.Tests.Disclosure;

public sealed class DisclosureControlTests
{
    private static readonly DisclosureRule Rule = new();

    [Fact]
    public void NothingSmall_EverythingIsShown() => Assert.Equal(
        """
        10 20 | 30
        30 40 | 70
        40 60 | 100
        """, Text(Protect(Table("10 20", "30 40"))));

    [Fact]
    public void OneSmallCount_TakesTheCheapestSquareWithIt() => Assert.Equal(
        """
        - - 30 | 52
        - - 60 | 106
        70 80 90 | 240
        92 121 180 | 398
        """.Replace("92 121", "93 125", StringComparison.Ordinal), Text(Protect(Table("3 19 30", "20 26 60", "70 80 90"))));

    [Fact]
    public void ZerosShown_StayAndDoNotHelp() => Assert.Equal(
        """
        - 0 - | 13
        0 50 60 | 110
        - 70 - | 97
        9 120 91 | 220
        """, Text(Protect(Table("3 0 10", "0 50 60", "6 70 21"), new DisclosureRule { ShowZeros = true })));

    [Fact]
    public void TotalBelowTheThreshold_NothingIsShown() => Assert.Equal(
        """
        - - | -
        - - | -
        - - | -
        """, Text(Protect(Table("1 0", "1 2"))));

    [Theory]
    [InlineData(2)]
    [InlineData(1001)]
    public void Threshold_BelowItsFloor_IsRefused(int threshold)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => new DisclosureRule { Threshold = threshold });
        Assert.Contains("between 3 and 1000", refused.Message, StringComparison.Ordinal);
    }

    private static PublishedTable Protect(CountTable table, DisclosureRule? rule = null) => Assert.Single(DisclosureControl.Protect([table], rule ?? Rule).Tables);
}
