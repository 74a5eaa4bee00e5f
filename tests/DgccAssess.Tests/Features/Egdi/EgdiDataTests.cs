using System.Globalization;
using DgccAssess.Core.Features.Egdi;
using DgccAssess.Scoring.Egdi;

namespace DgccAssess.Tests.Features.Egdi;

/// <summary>The shipped figures against what the UN published, and files that are refused.</summary>
public sealed class EgdiDataTests
{
    private const string Head = "country,iso3,year,egdi,osi,hci,tii,epi,rank";

    public static TheoryData<int, int> MeansThatDiffer { get; } = new() { { 2018, 0 }, { 2020, 0 }, { 2022, 22 }, { 2024, 23 } };

    [Theory]
    [MemberData(nameof(MeansThatDiffer))]
    public void Editions_AreOf193States_AndTheirIndexIsTheMeanButForTheLastDigit(int year, int differing)
    {
        var edition = ShippedEgdi.Editions.Single(e => e.Year == year);

        Assert.Equal(EgdiEdition.States, edition.Countries.Count);
        Assert.Equal(differing, edition.Countries.Count(c => c.Components.Mean(4) != Math.Round(c.Egdi, 4, MidpointRounding.AwayFromZero)));
        Assert.All(edition.Countries, c => Assert.InRange(Math.Abs(c.Components.Mean(edition.Decimals) - c.Egdi), 0, 0.0002m));
        var ranks = EgdiRanks.Of(edition);
        Assert.All(edition.Countries, c => Assert.Equal(c.Rank, ranks[c.Code]));
    }

    // Ranks 2020 and 2022 as the UN published them.
    [Theory]
    [InlineData("UZB", 87, 69)]
    [InlineData("SRB", 58, 40)]
    [InlineData("TUN", 91, 88)]
    [InlineData("PER", 71, 59)]
    [InlineData("IDN", 88, 77)]
    public void Partners_HaveTheirPublishedRanks(string code, int in2020, int in2022) =>
        Assert.Equal([in2020, in2022], new[] { 2020, 2022 }.Select(year => ShippedEgdi.Editions.Single(e => e.Year == year).Find(code)!.Rank));

    [Fact]
    public void Uzbekistan_In2022_FellOnlineAndRoseInTheRest()
    {
        var (before, now) = (ShippedEgdi.Editions.Single(e => e.Year == 2020), ShippedEgdi.Editions.Single(e => e.Year == 2022));

        var change = EgdiChange.Of(before, now, "UZB")!;

        Assert.True(change is { Osi: < 0, Tii: > 0, Hci: > 0, Rank: 18, IsBroken: false }, change.ToString());
        Assert.InRange(Math.Abs(change.Rest), 0, 0.0001m);
    }

    [Theory]
    [InlineData(2018)]
    [InlineData(2020)]
    [InlineData(2022)]
    [InlineData(2024)]
    public void NoChange_GivesThePublishedFiguresOfEveryCountry(int year)
    {
        var edition = ShippedEgdi.Editions.Single(e => e.Year == year);
        foreach (var country in edition.Countries)
        {
            var scenario = EgdiWhatIf.Of(edition, country, country.Components);
            Assert.Equal((country.Egdi, country.Rank, scenario.Base), (scenario.Standing.Egdi, scenario.Standing.Rank, scenario.Standing));
        }
    }

    [Theory]
    [InlineData("Nowhere,NOW,2022,1.5,0.5,0.5,0.5,,1", "is no index")]
    [InlineData("Nowhere,NOW,2022,0.5,-0.5,0.5,0.5,,1", "is no index")]
    [InlineData("Nowhere,NOW,2022,\"0,5\",0.5,0.5,0.5,,1", "is no index")]
    [InlineData("Nowhere,now,2022,0.5,0.5,0.5,0.5,,1", "is no country code")]
    [InlineData("Nowhere,NOW,99,0.5,0.5,0.5,0.5,,1", "can't be")]
    [InlineData("Nowhere,NOW,2022,0.5,0.5,0.5,0.5,1", "has 8 fields")]
    [InlineData("Nowhere,NOW,2022,0.5,0.5,0.5,0.5,,1", "has 1 countries")]
    public void File_ThatCannotBe_IsRefusedWithItsLine(string line, string problem)
    {
        var read = EgdiFile.Parse("un.csv", $"{Head}\n{line}\n");

        Assert.Null(read.Value);
        Assert.Equal((problem, 2), (problem, read.Problems[0].Line));
        Assert.Contains(problem, read.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_WhoseFiguresDisagree_IsTakenAndEveryDifferenceIsListed()
    {
        var rows = Enumerable.Range(1, EgdiEdition.States).Select(i => string.Create(CultureInfo.InvariantCulture, $"C{i},{(char)('A' + (i / 26))}{(char)('A' + (i % 26))}X,2022,{1 - (i * 0.005m):0.0000},{1 - (i * 0.005m):0.0000},{1 - (i * 0.005m):0.0000},{1 - (i * 0.005m):0.0000},,{i}")).ToList();
        rows[4] = rows[4].Replace(",5", ",6", StringComparison.Ordinal);
        rows[9] = rows[9].Replace(",0.9500,0.9500,", ",0.9500,0.9400,", StringComparison.Ordinal);

        var read = EgdiFile.Parse("un.csv", $"{Head}\n{string.Join('\n', rows)}\n");

        Assert.True(read.Succeeded, string.Join('\n', read.Problems));
        Assert.Equal([6, 11], read.Warnings.Select(w => w.Line).Order());
    }
}
