using DgccAssess.Scoring.Egdi;

namespace DgccAssess.Scoring.Tests.Egdi;

public sealed class EgdiSubIndicatorTests
{
    [Theory]
    [InlineData(2018, 5)]
    [InlineData(2020, 4)]
    [InlineData(2022, 4)]
    [InlineData(2024, 4)]
    public void Tii_IsThePlainMeanOfItsFigures(int edition, int count)
    {
        var weights = EgdiSubIndicator.All.Where(s => s.Component is EgdiComponent.Tii && s.IsIn(edition)).Select(s => s.WeightIn(edition)).ToList();

        Assert.Equal(count, weights.Count);
        Assert.All(weights, w => Assert.Equal(1m / count, w));
    }

    [Fact]
    public void Hci_UntilThe2022Edition_IsAThirdLiteracyAndTwoNinthsEachOfTheRest()
    {
        var weights = EgdiSubIndicator.All.Where(s => s.Component is EgdiComponent.Hci && s.IsIn(2022)).ToDictionary(s => s.Code, s => s.WeightIn(2022)!.Value);

        Assert.Equal(1m, Math.Round(weights.Values.Sum(), 20));
        Assert.Equal((1m / 3, 2m / 9), (weights["adult-literacy"], weights["mean-schooling"]));
    }

    [Theory]
    [InlineData("mean-schooling", 2024)]
    [InlineData("technology", 2022)]
    [InlineData("fixed-telephone", 2020)]
    public void Weight_ThatTheProductDoesNotKnow_IsNoNumber(string code, int edition) => Assert.Null(EgdiSubIndicator.Find(code)!.WeightIn(edition));

    // (80 - 40) of 0 to 100 is 0.4, a quarter of it 0.1.
    [Fact]
    public void Correction_MovesTheComponentByItsWeight() => Assert.Equal(0.1m, new EgdiCorrection(40, 80, 0, 100, 0.25m).ChangeOf(EgdiSubIndicator.Find("internet-users")!));

    // Beyond the cut-off of 120 nothing more is counted: from 110 to 120 of 20 to 120.
    [Fact]
    public void Correction_BeyondTheHighest_CountsUpToIt() => Assert.Equal(0.025m, new EgdiCorrection(110, 150, 20, 120, 0.25m).ChangeOf(EgdiSubIndicator.Find("mobile-subscriptions")!));

    [Fact]
    public void Correction_OfAPrice_IsTurnedAround() => Assert.Equal(0.1m, new EgdiCorrection(80, 40, 0, 100, 0.25m).ChangeOf(EgdiSubIndicator.Find("broadband-affordability")!));

    [Fact]
    public void Codes_AreUniqueAndFound()
    {
        Assert.Distinct(EgdiSubIndicator.All.Select(s => s.Code));
        Assert.Null(EgdiSubIndicator.Find("nothing"));
    }
}
