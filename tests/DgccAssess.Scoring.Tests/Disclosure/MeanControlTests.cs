using DgccAssess.Scoring.Disclosure;
using FsCheck;
using FsCheck.Xunit;

namespace DgccAssess.Scoring.Tests.Disclosure;

public sealed class MeanControlTests
{
    private static readonly DisclosureRule Rule = new();

    [Fact]
    public void CountHidden_TakesTheMeanAndTheSmallestOtherWithIt()
    {
        var means = MeanControl.Protect([[Of("city", 10, 3m), Of("agency", 3, 4m, isShown: false), Of("ministry", 6, 2m)]], isTotalCountShown: true, Rule);

        Assert.Equal([3m, null, null], means.Partitions[0]);
        Assert.Equal(54m / 19, means.Total);
    }

    [Fact]
    public void OneAgencyBringsMostOfTheSum_TheMeanIsHiddenThoughTheCountIsNot()
    {
        var dominated = new MeanCategory("a", [90, 1, 1, 1, 1, 1], IsCountShown: true);
        // The second largest could tell the largest to a hundredth.
        var close = new MeanCategory("b", [50, 49, 0, 0, 0, 1], IsCountShown: true);

        var means = MeanControl.Protect([[dominated, close, Of("c", 20, 30m), Of("d", 30, 30m)]], isTotalCountShown: true, Rule);

        Assert.Equal([null, null, 30m, 30m], means.Partitions[0]);
        Assert.NotNull(means.Total);
    }

    [Fact]
    public void TotalHiddenForOnePartition_IsNotGivenAwayByAnother()
    {
        var means = MeanControl.Protect([[Of("a", 3, 3m, isShown: false), Of("b", 3, 2m, isShown: false)], [Of("x", 6, 2.5m)]], isTotalCountShown: false, Rule);

        Assert.Null(means.Total);
        Assert.Equal([null], means.Partitions[1]);
    }

    [Property(MaxTest = 500)]
    public void WhatIsHidden_IsNeverOneCategoryNorOfFewAgencies(NonEmptyArray<NonEmptyArray<byte>> groups, bool[] small)
    {
        var partition = groups.Get.Select((values, i) => new MeanCategory($"{i}", [.. values.Get.Select(value => (decimal)value)], values.Get.Length >= 5 && !(i < small.Length && small[i]))).ToList();
        var means = MeanControl.Protect([partition], isTotalCountShown: partition.Sum(c => c.Values.Count) >= 5, Rule);
        var hidden = partition.Where((_, i) => means.Partitions[0][i] is null).ToList();

        Assert.All(partition.Index().Where(c => means.Partitions[0][c.Index] is not null), c => Assert.True(c.Item.IsCountShown && MeanControl.MayShow(c.Item.Values, Rule)));
        if (means.Total is null) Assert.NotEmpty(hidden);
        else if (hidden.Count > 0) Assert.True(hidden.Count > 1 && MeanControl.MayShow([.. hidden.SelectMany(c => c.Values)], Rule));
    }

    private static MeanCategory Of(string code, int count, decimal value, bool isShown = true) => new(code, [.. Enumerable.Repeat(value, count)], isShown);
}
