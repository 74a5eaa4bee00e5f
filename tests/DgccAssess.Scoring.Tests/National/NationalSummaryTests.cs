using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.National;
using FsCheck;
using FsCheck.Xunit;

namespace DgccAssess.Scoring.Tests.National;

public sealed class NationalSummaryTests
{
    [Fact]
    public void Quartiles_OfEleven_AreThoseOfSpreadsheets()
    {
        // Median 40; (11 - 1) / 4 = 2.5: halfway between the third and fourth, and between the eighth and ninth.
        var box = Quartiles.Of(new long[] { 6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49 }.Reverse().Select(value => new ExactIndex(value, 1)))!;

        Assert.Equal((11, "6", "51/2", "40", "85/2", "49"), (box.Count, $"{box.Lowest}", $"{box.Lower}", $"{box.Median}", $"{box.Upper}", $"{box.Highest}"));
    }

    [Fact]
    public void Quartiles_OfOneAndOfNothing()
    {
        var box = Quartiles.Of([new ExactIndex(3, 2)])!;

        Assert.Equal((box.Lowest, box.Median, new ExactFraction(3, 2)), (box.Upper, box.Highest, box.Lower));
        Assert.Null(Quartiles.Of([]));
    }

    [Property]
    public void Quartiles_StandInOrder(NonEmptyArray<PositiveInt> values)
    {
        var box = Quartiles.Of(values.Get.Select(value => new ExactIndex(value.Get, 7)))!;

        Assert.True(box.Lowest <= box.Lower && box.Lower <= box.Median && box.Median <= box.Upper && box.Upper <= box.Highest);
        Assert.True(values.Get.Count(value => new ExactFraction(value.Get, 7) <= box.Median) * 2 >= box.Count);
    }

    [Fact]
    public void Ranking_EqualIndices_ShareARankAndUseUpTheNext() =>
        Assert.Equal([2, 4, 1, 2], Ranking.Of([new(5, 2), new(1, 1), new(3, 1), new(10, 4)]));

    [Fact]
    public void Ranking_WithinGroups_BeginsAnewInEach() =>
        Assert.Equal([1, 1, 2], Ranking.WithinGroups([Agency("a", "city", 3), Agency("b", "ministry", 2), Agency("c", "ministry", 1)]));

    [Fact]
    public void Summary_CountsEveryAgencyTheSame()
    {
        var summary = GroupSummary.Of(
            [
                Agency("a", "city", 3) with { Nodes = [new(4, 1), ExactIndex.None], Self = new(7, 2) },
                Agency("b", "city", 2) with { Nodes = [new(1, 1), ExactIndex.None], Predicate = "fair" },
                Agency("c", "city", 3) with { Nodes = [new(2, 1), new(5, 1)], Self = new(5, 2) },
            ],
            nodes: 2);

        Assert.Equal((3, "8/3"), (summary.Count, $"{summary.Mean}"));
        Assert.Equal(["7/3", "5"], summary.Nodes.Select(node => node.ToString()));
        Assert.Equal([("fair", 1), ("good", 2)], summary.Predicates.Select(pair => (pair.Key, pair.Value)).Order());
        // Only the two with both figures: 3 and 3 by the assessors, 3.5 and 2.5 by themselves.
        Assert.Equal((2, "3", "3", "0", 1, 1), (summary.Gap!.Count, $"{summary.Gap.Self}", $"{summary.Gap.External}", $"{summary.Gap.Difference}", summary.Gap.Higher, summary.Gap.Lower));
    }

    [Fact]
    public void Summary_OfNobody_HasNoFigures()
    {
        var summary = GroupSummary.Of([], nodes: 1);

        Assert.Equal((0, null, null, null, null), (summary.Count, summary.Mean, summary.Nodes[0], summary.Quartiles, summary.Gap));
    }

    internal static AgencyFigures Agency(string code, string group, int index) =>
        new() { Code = code, Group = group, Index = new(index, 1), Predicate = "good", Nodes = [] };
}
