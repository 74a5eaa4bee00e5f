using DgccAssess.Scoring.Awards;
using DgccAssess.Scoring.National;
using FsCheck.Xunit;
using static DgccAssess.Scoring.Tests.Awards.Round;

namespace DgccAssess.Scoring.Tests.Awards;

public sealed class DepartureTests
{
    private static readonly AwardCategory Medals = Best(2) with { Levels = [new("gold", 1, null), new("silver", 1, null)] };

    [Fact]
    public void Of_WithoutDepartures_AreTheWinners() => Assert.Equal(["b 1 gold", "c 2 silver"], Lines());

    [Fact]
    public void Of_Withheld_NobodyMovesUp() => Assert.Equal(["c 2 silver"], Lines(Withhold("b")));

    [Fact]
    public void Of_WithheldAndGivenToTheNext_KeepsTheirRanks() => Assert.Equal(
        ["c 2 gold departs", "a 3 silver departs"], Lines(Withhold("b"), Give("a", "silver"), Give("c", "gold")));

    [Fact]
    public void Of_GivenToOneTheRulesRefuse_StandsLastWithoutARank() => Assert.Equal(["b 1 gold", "c 2 silver", "d - silver departs"], Lines(Give("d", "silver")));

    [Fact]
    public void Of_DeparturesOfAnotherCategory_ChangeNothing() => Assert.Equal(
        ["b 1 gold", "c 2 silver"], Lines(Withhold("b") with { Category = "elsewhere" }));

    [Property]
    public bool Of_OrderOfDepartures_DoesNotMatter(int seed)
    {
        Departure[] departures = [Withhold("b"), Give("a", "silver"), Give("d", "gold"), Give("c", "gold")];
        var shuffled = departures.Index().OrderBy(d => SplitMix64.At(unchecked((ulong)seed), (ulong)d.Index)).Select(d => d.Item);
        return Lines([.. shuffled]).SequenceEqual(Lines(departures));
    }

    private static List<string> Lines(params Departure[] departures)
    {
        var ranking = Rank(Medals, Agency("a"), Agency("b", 3.4475m), Agency("c", 3.21m), Agency("d", 5) with { Consented = false });
        return [.. Prizes.Of(ranking, departures).Select(p => $"{p.Code} {p.Ranked?.Rank.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"} {p.Level}{(p.IsDeparture ? " departs" : "")}")];
    }

    private static Departure Withhold(string code) => new(Medals.Code, code, DepartureKind.Withhold, null);

    private static Departure Give(string code, string level) => new(Medals.Code, code, DepartureKind.Award, level);
}
