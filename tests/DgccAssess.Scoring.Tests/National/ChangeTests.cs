using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.National;
using static DgccAssess.Scoring.Tests.National.NationalSummaryTests;

namespace DgccAssess.Scoring.Tests.National;

public sealed class ChangeTests
{
    // A weak newcomer enters and a strong agency leaves: everybody who stayed rose, and still the mean of all falls.
    private static readonly AgencyFigures[] Now =
    [
        Agency("a", "city", 3) with { Previous = new(5, 2), Nodes = [new(3, 1)], PreviousNodes = [new(2, 1)] },
        Agency("b", "city", 3) with { Previous = new(2, 1), Nodes = [new(3, 1)], PreviousNodes = [new(3, 1)] },
        Agency("new", "city", 1) with { Nodes = [new(1, 1)] },
    ];

    private static readonly ExactIndex[] Before = [new(5, 2), new(2, 1), new(5, 1)];

    [Fact]
    public void Change_WhereAgenciesCameAndWent_ShowsBothViews()
    {
        var change = Change.Of(Now, Before, isComparable: true, nodes: 1);

        Assert.Equal((3, 3, "7/3", "19/6", "-5/6"), (change.All.Count, change.All.CountBefore, $"{change.All.Mean}", $"{change.All.MeanBefore}", $"{change.All.Difference}"));
        Assert.Equal((2, 2, "3", "9/4", "3/4"), (change.Panel.Count, change.Panel.CountBefore, $"{change.Panel.Mean}", $"{change.Panel.MeanBefore}", $"{change.Panel.Difference}"));
        Assert.Equal((2, 0, 0, "1/2"), (change.Rose, change.Fell, change.Stayed, $"{change.Nodes[0]}"));
    }

    [Fact]
    public void Change_AnotherInstrument_HasMeansButNoDifference()
    {
        var change = Change.Of(Now, Before, isComparable: false, nodes: 1);

        Assert.Equal((false, "9/4", null, null, null), (change.IsComparable, $"{change.Panel.MeanBefore}", change.Panel.Difference, change.All.Difference, change.Nodes[0]));
        Assert.Equal((0, 0, 0), (change.Rose, change.Fell, change.Stayed));
    }

    [Fact]
    public void Change_NobodyInBoth_HasAnEmptyPanel()
    {
        var change = Change.Of([Now[2]], Before, isComparable: true, nodes: 1);

        Assert.Equal((0, null, null), (change.Panel.Count, change.Panel.Difference, change.Nodes[0]));
    }
}
