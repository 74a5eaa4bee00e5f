using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Ratings;
using DgccAssess.Scoring.Tests.TestInstruments;

namespace DgccAssess.Scoring.Tests.Golden;

public sealed class PublishedResultTests
{
    [Fact]
    public void Scorecard_MinistryOf2021_PrintsThePublishedReport()
    {
        var published = PublishedResult.Load("G01");
        var card = Scorecard.Compute(Spbe.Year2020, published.Ratings("I"));

        Assert.Equal(("2.95", "2.9475", "good"), (card.Total.PublishedText, card.Total.ExactText, card.Total.Predicate!.Code));
        Assert.Equal(published.Index, card.Total.PublishedText);
        Assert.All(published.Domains, domain => Assert.Equal(domain.Value, card.Find($"D{domain.Key}")!.PublishedText));
        Assert.All(published.Aspects, aspect => Assert.Equal(aspect.Value, card.Find($"A{aspect.Key}")!.PublishedText));
        Assert.Equal((4, 8), (published.Domains.Count, published.Aspects.Count));
    }

    [Fact]
    public void Scorecard_CityOf2018WithWeightsInThirds_PrintsThePublishedFigures()
    {
        var published = PublishedResult.Load("G03");
        var card = Scorecard.Compute(Spbe.Year2018, published.Ratings());

        Assert.Equal(("2.64", "2.64", "good"), (card.Total.PublishedText, card.Total.ExactText, card.Total.Predicate!.Code));
        Assert.Equal(published.Index, card.Total.PublishedText);
        Assert.All(published.Domains, domain => Assert.Equal(domain.Value, card.Find(domain.Key)!.PublishedText));
        Assert.All(published.Aspects, aspect => Assert.Equal(aspect.Value, card.Find(aspect.Key.Length == 1 ? $"A{aspect.Key}" : aspect.Key)!.PublishedText));
        Assert.Equal((3, 7, 37), (published.Domains.Count, published.Aspects.Count, card.Plan.Indicators.Count));
    }

    [Fact]
    public void Gap_CityOf2018_ShowsWhereTheAssessorsGaveLess()
    {
        var published = PublishedResult.Load("G03");
        var gap = Gap.Between(
            Scorecard.Compute(Spbe.Year2018, published.Ratings(property: "indicator_self_scores")), Scorecard.Compute(Spbe.Year2018, published.Ratings()));

        Assert.Equal(("3.67", "2.64", -1.03m), (gap.Total.Self.PublishedText, gap.Total.External.PublishedText, gap.Total.Difference));
        Assert.Equal(21, gap.DifferingIndicators);
        Assert.Equal(1.00m, gap.Nodes.Single(node => node.Code == "25").Difference);
        Assert.False(gap.Nodes.Single(node => node.Code == "1").Differs);
    }
}
