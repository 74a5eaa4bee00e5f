using DgccAssess.Scoring.Egdi;

namespace DgccAssess.Scoring.Tests.Egdi;

public sealed class EgdiNoiseTests
{
    // Changes 0.00, 0.02, 0.04, 0.06, 0.20: the median is 0.04, and what is left of each 0.04, 0.02, 0.00, 0.02, 0.16, of which the median is 0.02.
    private static readonly EgdiEdition Before = Edition(2020, 0.90m, 0.80m, 0.74m, 0.60m, 0.20m);
    private static readonly EgdiEdition Now = Edition(2022, 0.90m, 0.82m, 0.78m, 0.66m, 0.40m);

    [Fact]
    public void Movement_IsTheMedianDistanceFromTheMedianChange() => Assert.Equal(new EgdiNoise(0.02m, 2020, 2022, false), EgdiNoise.Of([Before, Now], 2022));

    [Fact]
    public void Movement_OfTheFirstEdition_IsThatToTheNext() => Assert.Equal(0.02m, EgdiNoise.Of([Before, Now], 2020)!.Movement);

    [Fact]
    public void Movement_AcrossTheBreak_SaysSo() => Assert.True(EgdiNoise.Of([Now, Now with { Year = 2024 }], 2024)!.IsBroken);

    [Fact]
    public void Movement_IsAtLeastWhatRoundingHides() => Assert.Equal(0.00005m, EgdiNoise.Of([Now, Now with { Year = 2024 }], 2024)!.Movement);

    [Fact]
    public void Noise_OfASingleEdition_IsUnknown()
    {
        Assert.Null(EgdiNoise.Of([Now], 2022));
        Assert.Null(EgdiNoise.Of([Before, Now], 2018));
        Assert.Null(EgdiNoise.Band(Now, Now.Countries[0], [Now]));
    }

    // B at 0.82 moves within 0.80 and 0.84, where nobody else is; C at 0.78 within 0.76 and 0.80; with the index of B at 0.80 the two would share.
    [Fact]
    public void Band_IsTheRankWithTheIndexThatMuchHigherAndLower()
    {
        Assert.Equal(new EgdiBand(2, 2), EgdiNoise.Band(Now, Now.Find("BBB")!, [Before, Now]));
        var close = Now with { Countries = [.. Now.Countries.Select(c => c.Code == "BBB" ? c with { Egdi = 0.80m } : c)] };

        var band = new EgdiNoise(0.02m, 2020, 2022, false).Band(close, close.Find("CCC")!);

        Assert.Equal(new EgdiBand(2, 3), band);
        Assert.Equal([false, true, true, false], new[] { 1, 2, 3, 4 }.Select(band.Holds));
    }

    private static EgdiEdition Edition(int year, params decimal[] indices) => new(
        year, 4, [.. indices.Select((egdi, at) => new EgdiCountry { Code = new string((char)('A' + at), 3), Name = $"State {at}", Egdi = egdi, Components = new(egdi, egdi, egdi), Rank = at + 1 })]);
}
