using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Tests.TestInstruments;
using static DgccAssess.Scoring.Tests.TestInstruments.Build;

namespace DgccAssess.Scoring.Tests.Golden;

/// <summary>The worked example of PermenPANRB 59/2020 and the borders every published figure must keep.</summary>
public sealed class RegulationTests
{
    [Fact]
    public void Aspect_RegulationExample_IsThree()
    {
        var aspect = Instrument(["aspect", "indicator"], Levels(1, 5), Group("aspect", "A2", [.. Leaves(11, 14, 2.5m)]));

        Assert.Equal("3.00", Scorecard.Compute(aspect, RatingsOf(("I11", 3), ("I12", 4), ("I13", 3), ("I14", 2))).Find("A2")!.PublishedText);
    }

    [Fact]
    public void Index_RegulationExampleOfFourDomains_Is328()
    {
        var domains = Instrument(["indicator"], Levels(1, 5, decimals: true), Leaf("D1", 13), Leaf("D2", 25), Leaf("D3", 16.5m), Leaf("D4", 45.5m));
        var card = Scorecard.Compute(domains, RatingsOf(("D1", 3.70m), ("D2", 3.40m), ("D3", 3.00m), ("D4", 3.20m)));

        Assert.Equal(("3.28", "3.282", "good"), (card.Total.PublishedText, card.Total.ExactText, card.Total.Predicate!.Code));
    }

    /// <summary>Aceh Tengah 2025 is 2.594: published 2.59 "Cukup". Its ratings are not public; these give the same raw index and the same trap.</summary>
    [Fact]
    public void Index_ThatRoundedDomainsWouldLift_StaysFair()
    {
        var sums = new (int First, int Last, int Sum)[] { (1, 10, 23), (11, 20, 25), (21, 31, 22), (32, 41, 28), (42, 47, 19) };
        var ratings = RatingsOf(sums.SelectMany(part => Spread(part.First, part.Last, part.Sum)));
        var card = Scorecard.Compute(Spbe.Year2020, ratings);
        var cascade = card.Nodes.Where(node => node.Depth == 1).Sum(domain => domain.Weight * domain.Published!.Value) / 100;

        Assert.Equal(("2.594", "2.59", "fair"), (card.Total.ExactText, card.Total.PublishedText, card.Total.Predicate!.Code));
        Assert.Equal(2.60m, Math.Round(cascade, 2, MidpointRounding.AwayFromZero));
    }

    [Theory]
    [InlineData("1.79", "1.80", "1.795", "1.80", "fair")]
    [InlineData("1.79", "1.79", "1.79", "1.79", "poor")]
    [InlineData("1.80", "1.80", "1.8", "1.80", "fair")]
    [InlineData("2.59", "2.60", "2.595", "2.60", "good")]
    [InlineData("2.59", "2.59", "2.59", "2.59", "fair")]
    [InlineData("2.60", "2.60", "2.6", "2.60", "good")]
    [InlineData("3.49", "3.49", "3.49", "3.49", "good")]
    [InlineData("3.50", "3.50", "3.5", "3.50", "very-good")]
    [InlineData("4.18", "4.20", "4.19", "4.19", "very-good")]
    [InlineData("4.19", "4.20", "4.195", "4.20", "outstanding")]
    [InlineData("4.20", "4.20", "4.2", "4.20", "outstanding")]
    [InlineData("5.00", "5.00", "5", "5.00", "outstanding")]
    [InlineData("1.00", "1.00", "1", "1.00", "poor")]
    public void Predicate_AtTheBorder_FollowsThePublishedIndex(string first, string second, string exact, string published, string predicate)
    {
        var pair = Instrument(["indicator"], Levels(1, 5, decimals: true), Leaf("I1", 1), Leaf("I2", 1));
        var card = Scorecard.Compute(pair, RatingsOf(("I1", Parse(first)), ("I2", Parse(second))));

        Assert.Equal((exact, published, predicate), (card.Total.ExactText, card.Total.PublishedText, card.Total.Predicate!.Code));
    }

    private static decimal Parse(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<(string Code, decimal? Rating)> Spread(int first, int last, int sum)
    {
        var count = last - first + 1;
        return Enumerable.Range(0, count).Select(i => ($"I{first + i}", (decimal?)((sum / count) + (i < sum % count ? 1 : 0))));
    }
}
