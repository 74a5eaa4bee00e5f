using DgccAssess.Scoring.Egdi;

namespace DgccAssess.Scoring.Tests.Egdi;

public sealed class EgdiWhatIfTests
{
    private static readonly EgdiEdition Edition = new(2022, 4,
    [
        Country("AAA", 0.9m, 0.9m, 0.9m, 1), Country("BBB", 0.8m, 0.8m, 0.8m, 2), Country("CCC", 0.8m, 0.8m, 0.8m, 2), Country("DDD", 0.6m, 0.7m, 0.8m, 4), Country("EEE", 0.2m, 0.2m, 0.2m, 5),
    ]);

    [Fact]
    public void Ranks_OfEqualIndices_AreSharedAndTheNextIsSkipped() =>
        Assert.Equal([("AAA", 1), ("BBB", 2), ("CCC", 2), ("DDD", 4), ("EEE", 5)], EgdiRanks.Of(Edition).Select(r => (r.Key, r.Value)));

    [Theory]
    [InlineData("0.7501", EgdiLevel.VeryHigh)]
    [InlineData("0.75", EgdiLevel.High)]
    [InlineData("0.5", EgdiLevel.Middle)]
    [InlineData("0.25", EgdiLevel.Low)]
    public void Levels_BeginAboveTheirBounds(string egdi, EgdiLevel level) => Assert.Equal(level, EgdiLevels.Of(decimal.Parse(egdi, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Change_ThatReachesAnothersIndex_SharesItsRank()
    {
        var scenario = Of("DDD", c => c with { Osi = 0.9m });

        Assert.Equal((0.7m, 4, 0.8m, 2), (scenario.Base.Egdi, scenario.Base.Rank, scenario.Standing.Egdi, scenario.Standing.Rank));
        Assert.Equal((EgdiLevel.High, EgdiLevel.VeryHigh), (scenario.Base.Level, scenario.Standing.Level));
        Assert.Equal(new EgdiNextRank(0.9m, 0.1m, 1), scenario.Next);
    }

    [Fact]
    public void Gain_ThatBuysNoRank_SaysWhatIsMissing()
    {
        var scenario = Of("DDD", c => c with { Hci = 0.9m });

        Assert.Equal((0.7333m, 4), (scenario.Standing.Egdi, scenario.Standing.Rank));
        Assert.Equal(new EgdiNextRank(0.8m, 0.0667m, 2), scenario.Next);
        Assert.Null(Of("AAA", c => c).Next);
    }

    [Fact]
    public void Others_ThatMoveAsLastTime_MayTakeTheRankBack()
    {
        var earlier = Edition with { Year = 2020, Countries = [.. Edition.Countries.Select(c => c.Code == "EEE" ? c with { Egdi = 0.05m } : c with { Egdi = c.Egdi - 0.05m })] };
        var country = Edition.Find("DDD")!;

        var moving = EgdiWhatIf.Of(Edition, country, country.Components with { Osi = 0.9m }, EgdiOthers.Moving, earlier);

        Assert.Equal((0.8m, 4), (moving.Standing.Egdi, moving.Standing.Rank));
        Assert.Throws<ArgumentException>(() => EgdiWhatIf.Of(Edition, country, country.Components, EgdiOthers.Moving));
    }

    [Fact]
    public void NoChange_KeepsThePublishedIndexWhereItIsNotTheMean()
    {
        var odd = Edition with { Countries = [.. Edition.Countries.Select(c => c.Code == "DDD" ? c with { Egdi = 0.7001m } : c)] };
        var country = odd.Find("ddd")!;

        Assert.Equal(0.7001m, EgdiWhatIf.Of(odd, country, country.Components).Standing.Egdi);
        // The mean is 0.7, so the index lay between 0.70005 and 0.70015 before it was rounded; 0.70005 is nearest.
        Assert.Equal(0.7101m, EgdiWhatIf.Of(odd, country, country.Components with { Osi = 0.63m }).Standing.Egdi);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void Component_OutsideItsRange_IsRefused(int value) => Assert.Throws<ArgumentOutOfRangeException>(() => Of("DDD", c => c with { Tii = value }));

    [Fact]
    public void MoreOfAComponent_NeverCostsARank()
    {
        foreach (var country in Edition.Countries)
        {
            var before = int.MaxValue;
            for (var osi = 0m; osi <= 1; osi += 0.01m)
            {
                var rank = EgdiWhatIf.Of(Edition, country, country.Components with { Osi = osi }).Standing.Rank;
                Assert.True(rank <= before, $"{country.Code} {osi}");
                before = rank;
            }
        }
    }

    [Fact]
    public void Decomposition_AddsUpToTheChange()
    {
        var later = new EgdiEdition(2024, 4, [.. Edition.Countries.Select(c => c.Code == "DDD" ? Country("DDD", 0.9m, 0.7m, 0.5m, 4) : c)]);

        var change = EgdiChange.Of(Edition, later, "DDD")!;

        Assert.Equal((0m, 0.1m, 0m, -0.1m, 0m, true), (change.Egdi, change.Osi, change.Tii, change.Hci, change.Rest, change.IsBroken));
        Assert.Null(EgdiChange.Of(Edition, later, "ZZZ"));
    }

    private static EgdiScenario Of(string code, Func<EgdiComponents, EgdiComponents> change)
    {
        var country = Edition.Find(code)!;
        return EgdiWhatIf.Of(Edition, country, change(country.Components));
    }

    private static EgdiCountry Country(string code, decimal osi, decimal tii, decimal hci, int rank)
    {
        var components = new EgdiComponents(osi, tii, hci);
        return new() { Code = code, Name = code, Egdi = components.Mean(4), Components = components, Rank = rank };
    }
}
