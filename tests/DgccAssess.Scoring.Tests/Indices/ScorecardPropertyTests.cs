using System.Numerics;
using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.Tests.TestInstruments;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace DgccAssess.Scoring.Tests.Indices;

[Properties(Arbitrary = [typeof(RandomCases)], MaxTest = 300)]
public sealed class ScorecardPropertyTests
{
    [Property]
    public void RaisingARating_LowersNoIndex(RandomCase one, PositiveInt which, PositiveInt by)
    {
        var (before, leaf) = (Scorecard.Compute(one.Instrument, one.Ratings), one.Ratings.Keys.ElementAt(which.Get % one.Ratings.Count));
        var raised = Math.Min(one.Ratings[leaf]!.Value + by.Get, one.Instrument.Scales[0].Ceiling);
        var after = Scorecard.Compute(one.Instrument, new Dictionary<string, decimal?>(one.Ratings, StringComparer.Ordinal) { [leaf] = raised });

        Assert.True(after.Total.Index >= before.Total.Index);
        Assert.Equal(raised > one.Ratings[leaf], after.Total.Index > before.Total.Index);
        Assert.All(before.Nodes, node => Assert.True(after.Find(node.Code)!.Index >= node.Index && after.Find(node.Code)!.Published >= node.Published));
    }

    [Property]
    public void Order_IsIrrelevant(RandomCase one)
    {
        var given = Scorecard.Compute(one.Instrument, one.Ratings);
        var reversed = Scorecard.Compute(
            one.Instrument with { Nodes = Reverse(one.Instrument.Nodes) }, Build.RatingsOf(one.Ratings.Reverse().Select(pair => (pair.Key, pair.Value))));

        Assert.Equal(given.Total, reversed.Total);
        Assert.All(given.Nodes, node => Assert.Equal(node, reversed.Find(node.Code)));
    }

    [Property]
    public void Index_LiesBetweenItsLowestAndHighestRating(RandomCase one)
    {
        var card = Scorecard.Compute(one.Instrument, one.Ratings);
        var (low, high) = (one.Ratings.Values.Min()!.Value, one.Ratings.Values.Max()!.Value);

        Assert.InRange(card.Total.Index.ToDecimal(), low, high);
        Assert.All(card.Nodes, node => Assert.InRange(node.Published!.Value, one.Instrument.Scales[0].Floor, one.Instrument.Scales[0].Ceiling));
    }

    [Property]
    public void WeightsTimesAConstant_ChangeNothing(RandomCase one, bool shrink, PositiveInt factor)
    {
        var constant = shrink ? 1m / (1 << (factor.Get % 10)) : factor.Get;
        var given = Scorecard.Compute(one.Instrument, one.Ratings);
        var scaled = Scorecard.Compute(one.Instrument with { Nodes = Scale(one.Instrument.Nodes, constant) }, one.Ratings);

        Assert.Equal(given.Total.Index, scaled.Total.Index);
        Assert.All(given.Nodes, node => Assert.Equal((node.Index, node.Published), (scaled.Find(node.Code)!.Index, scaled.Find(node.Code)!.Published)));
    }

    [Property]
    public void Index_EqualsTheFormulaInWholeNumbers(RandomCase one) => AssertFormula(one);

    [Fact]
    public void Index_WithoutTheNotApplicable_EqualsTheFormulaOverTheRest() =>
        Prop.ForAll(RandomCases.WithNotApplicable.ToArbitrary(), AssertFormula).QuickCheckThrowOnFailure();

    // The oracle: weights and ratings in hundredths, summed over the leaves found by walking the tree, compared by cross multiplication.
    private static void AssertFormula(RandomCase one)
    {
        var card = Scorecard.Compute(one.Instrument, one.Ratings);
        AssertNodes(one.Instrument.Nodes, card.Total);

        void AssertNodes(IReadOnlyList<Node> nodes, NodeIndex parent)
        {
            var leaves = RandomCase.LeavesOf(nodes).Where(leaf => one.Ratings[leaf.Code] is not null).ToList();
            var weight = leaves.Aggregate(BigInteger.Zero, (sum, leaf) => sum + (BigInteger)(leaf.Weight * 100));
            var rated = leaves.Aggregate(BigInteger.Zero, (sum, leaf) => sum + ((BigInteger)(leaf.Weight * 100) * (BigInteger)(one.Ratings[leaf.Code]!.Value * 100)));
            Assert.Equal(weight != 0, parent.Index.HasValue);
            Assert.Equal(rated * parent.Index.Denominator, parent.Index.Numerator * weight * 100);
            foreach (var node in nodes.Where(node => node.Indicator is null))
                AssertNodes(node.Children, card.Find(node.Code)!);
        }
    }

    private static IReadOnlyList<Node> Reverse(IReadOnlyList<Node> nodes) => [.. nodes.Reverse().Select(node => node with { Children = Reverse(node.Children) })];

    private static IReadOnlyList<Node> Scale(IReadOnlyList<Node> nodes, decimal constant) =>
        [.. nodes.Select(node => node with { Weight = node.Weight * constant, Children = Scale(node.Children, constant) })];
}
