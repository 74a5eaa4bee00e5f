using DgccAssess.Scoring.Disclosure;

namespace DgccAssess.Scoring.Tests.Disclosure;

public sealed class CountryMeanTests
{
    [Theory]
    [InlineData(5, 1, false)]
    [InlineData(6, 1, true)]
    [InlineData(6, 2, false)]
    [InlineData(7, 2, true)]
    [InlineData(4, 4, true)]
    [InlineData(4, 0, false)]
    [InlineData(0, 0, false)]
    public void MeanBesideNamedCountries_OnlyOfNoneOrEnoughOthers(int members, int named, bool mayShow) =>
        Assert.Equal(mayShow, CountryMean.MayShow(Countries(1, members), Countries(1, named), [], new DisclosureRule()));

    [Fact]
    public void MeanOfOneCountryMoreOrLess_IsRefused()
    {
        Assert.False(CountryMean.MayShow(Countries(1, 12), [], [Countries(1, 11)], new DisclosureRule()));
        Assert.False(CountryMean.MayShow(Countries(1, 11), [], [Countries(1, 12)], new DisclosureRule()));
        Assert.True(CountryMean.MayShow(Countries(1, 12), [], [Countries(1, 7)], new DisclosureRule()));
        Assert.True(CountryMean.MayShow(Countries(1, 12), Countries(12, 12), [Countries(1, 11)], new DisclosureRule()));
    }

    [Fact]
    public void MeansThatGiveOneCountryBySums_AreRefused()
    {
        // The third less the others leaves the country both have.
        string[][] shown = [["A", "B", "C"], ["C", "D", "E"]];

        Assert.False(CountryMean.MayShow(["A", "B", "D", "E"], [], shown, new DisclosureRule { Threshold = 3 }));
        Assert.True(CountryMean.MayShow(["F", "G", "H"], [], shown, new DisclosureRule { Threshold = 3 }));
    }

    private static string[] Countries(int from, int to) => [.. Enumerable.Range(from, Math.Max(0, to - from + 1)).Select(i => $"C{i}")];
}
