using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Scoring.Tests.SharedCore;

public sealed class CoreSummaryTests
{
    [Fact]
    public void Summary_CountsLevelsAndMeansOfThoseWhoAnswer()
    {
        var without = Core.Agency("C", 5) with { Values = new Dictionary<string, decimal?>(Core.Agency("C", 5).Values, StringComparer.Ordinal) { ["I2"] = null } };
        var figures = Core.Whole(Core.Mapping(), Core.Agency("A", 1), Core.Agency("B", 2), without);

        var (c2, c3, c7) = (figures.Find("C2")!, figures.Find("C3")!, figures.Find("C7")!);
        Assert.Equal((3, 2, 1.5m, 3), (figures.Agencies, c2.Answered, c2.Mean, c3.Answered));
        Assert.Equal([1, 1, 0, 0, 0], c2.Levels);
        Assert.Equal([1, 1, 0, 0, 1], c3.Levels);
        Assert.Equal((CoreKind.None, 0, null, null), (c7.Kind, c7.Answered, c7.Mean, c7.Change));
        Assert.Equal(1, figures.ShareVerified);
    }

    [Fact]
    public void ShareVerified_IsOfAnswersNotOfAgencies()
    {
        var half = Core.Agency("A", 3) with { Verified = new HashSet<string>(Enumerable.Range(8, 13).Select(n => $"I{n}")) };

        Assert.Equal(12m / 18, Core.Whole(Core.Mapping(), half).ShareVerified);
    }

    [Fact]
    public void Groups_AreSummedApart_InTheOrderOfTheirCodes()
    {
        var summary = CoreSummary.Of(Core.Terms(Core.Mapping()), [Core.Agency("A", 1, "region"), Core.Agency("B", 4), Core.Agency("C", 2, "region")], before: null);

        Assert.Equal([("ministry", 1, 4m), ("region", 2, 1.5m)], summary.Groups.Select(g => (g.Group!, g.Agencies!.Value, g.Find("C2")!.Mean!.Value)));
    }

    [Fact]
    public void Change_IsOfAgenciesInBothRounds_ByLevel()
    {
        IReadOnlyCollection<CoreAgency> before = [Core.Agency("A", 2), Core.Agency("B", 3), Core.Agency("C", 3), Core.Agency("gone", 5)];
        IReadOnlyCollection<CoreAgency> now = [Core.Agency("A", 3), Core.Agency("B", 3.9m), Core.Agency("C", 1), Core.Agency("new", 5)];
        var figures = CoreSummary.Of(Core.Terms(Core.Mapping()), now, before).Whole;

        Assert.Equal((new SharedCoreChange(1, 1, 1), false), (figures.Find("C2")!.Change, figures.BreaksFromBefore));
        Assert.True(CoreSummary.Of(Core.Terms(Core.Mapping()), now, before: null).Whole is { BreaksFromBefore: true } broken && broken.Find("C2")!.Change is null);
    }

    [Theory]
    [InlineData("3 2 2", "3 of 3 2.33")]
    [InlineData("1 - 1", "2 of 3 1.00")]
    [InlineData("- 2 -", "1 of 3 no mean")]
    [InlineData("- - -", "0 of 3 no mean")]
    public void Theme_IsThePlainMeanOfItsAnsweredQuestions(string values, string expected)
    {
        var given = values.Split(' ').Index().Where(v => v.Item != "-").ToDictionary(v => $"C{v.Index + 1}", v => (CoreKind.Exact, decimal.Parse(v.Item, System.Globalization.CultureInfo.InvariantCulture)));
        var theme = CoreThemeFigure.Of(Core.Structure, given)[0];

        Assert.Equal(expected, $"{theme.Answered} of 3 {theme.Mean?.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) ?? "no mean"}");
    }

    [Fact]
    public void Theme_MostlyClose_HasNoMean()
    {
        Assert.Equal(2m, Of(CoreKind.Exact, CoreKind.Close));
        Assert.Null(Of(CoreKind.Exact, CoreKind.Close, CoreKind.Close));

        static decimal? Of(params CoreKind[] kinds) => CoreThemeFigure.Of(Core.Structure, kinds.Index().ToDictionary(k => $"C{k.Index + 1}", k => (k.Item, 2m)))[0].Mean;
    }

    [Fact]
    public void Theme_OfThirds_RoundsTheirExactSumHalfUp()
    {
        var third = 1m / 3;
        var theme = CoreThemeFigure.Of(Core.Structure, new Dictionary<string, (CoreKind, decimal)> { ["C1"] = (CoreKind.Exact, 1 + third), ["C2"] = (CoreKind.Exact, 1.005m), ["C3"] = (CoreKind.Exact, 1.01m - third) })[0];

        Assert.Equal(1.01m, theme.Mean); // 3.015 / 3 = 1.005
    }
}
