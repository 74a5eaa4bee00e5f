using DgccAssess.Core.Features.Egdi;
using DgccAssess.Scoring.Egdi;

namespace DgccAssess.Tests.Features.Egdi;

/// <summary>What ranks cost, on the published figures of every state.</summary>
public sealed class EgdiStepsTests
{
    private const decimal Reach = 0.05m;

    [Theory]
    [InlineData(2018)]
    [InlineData(2022)]
    [InlineData(2024)]
    public void Step_CostsJustWhatGivesItsRank_AndALastDigitLessDoesNot(int year)
    {
        var edition = ShippedEgdi.Editions.Single(e => e.Year == year);
        var unit = new decimal(1, 0, 0, false, (byte)edition.Decimals);
        var tried = 0;
        foreach (var country in edition.Countries)
        {
            var field = EgdiField.Of(edition, country);
            foreach (var step in EgdiSteps.Of(edition, country, field, Reach))
            {
                var components = country.Components;
                if (components.Osi + step.ComponentGain > 1) continue;
                tried++;
                Assert.Equal((step.Rank, step.Egdi), Standing(step.ComponentGain));
                Assert.True(Standing(step.ComponentGain - unit).Rank > step.Rank, $"{country.Code} {year}: rank {step.Rank} is cheaper than {step.ComponentGain}");

                (int Rank, decimal Egdi) Standing(decimal gain)
                {
                    var standing = EgdiWhatIf.Of(edition, country, components with { Osi = components.Osi + gain }).Standing;
                    return (standing.Rank, standing.Egdi);
                }
            }
        }

        Assert.True(tried > 1000);
    }

    [Fact]
    public void Steps_OfTheFirst_AreNone()
    {
        var edition = ShippedEgdi.Editions[^1];
        var first = edition.Countries.MaxBy(c => c.Egdi)!;

        Assert.Empty(EgdiSteps.Of(edition, first, EgdiField.Of(edition, first), 1));
    }

    // The ordinary movement is some hundredths of the index: a rank of the middle is known to a few places, one at the top to fewer.
    [Theory]
    [InlineData(2018)]
    [InlineData(2020)]
    [InlineData(2022)]
    [InlineData(2024)]
    public void Band_HoldsThePublishedRankOfEveryCountry(int year)
    {
        var edition = ShippedEgdi.Editions.Single(e => e.Year == year);
        var noise = EgdiNoise.Of(ShippedEgdi.Editions, year)!;

        Assert.InRange(noise.Movement, 0.02m, 0.03m);
        Assert.All(edition.Countries, c => Assert.True(noise.Band(edition, c).Holds(c.Rank), c.Code));
    }
}
