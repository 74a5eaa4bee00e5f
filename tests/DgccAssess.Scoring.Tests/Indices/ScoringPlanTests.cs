using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.Tests.TestInstruments;

namespace DgccAssess.Scoring.Tests.Indices;

public sealed class ScoringPlanTests
{
    [Fact]
    public void Compile_Tree_LaysItOutDepthFirst()
    {
        var plan = ScoringPlan.Compile(Spbe.Year2020);

        Assert.Equal(["spbe-2020", "D1", "A1", "I1"], plan.Nodes.Take(4).Select(node => node.Code));
        Assert.Equal((60, 47, 100m), (plan.Nodes.Count, plan.Indicators.Count, plan.Nodes[0].Weight));
        Assert.Equal(Enumerable.Range(1, 47).Select(i => $"I{i}"), plan.Indicators.Select(node => node.Code));
        Assert.Equal((10, -1), (plan.PositionOf("I11"), plan.PositionOf("i11")));
        Assert.All(plan.Nodes.Skip(1), node => Assert.Equal(node.Depth, plan.Nodes[node.Parent].Depth + 1));
    }

    [Fact]
    public void Score_ManyTimes_AllocatesNothing()
    {
        var plan = ScoringPlan.Compile(Spbe.Year2020);
        var (ratings, results) = (Enumerable.Repeat(300, 47).ToArray(), new ExactIndex[60]);
        plan.Score(ratings, results);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            plan.Score(ratings, results);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.All(results, index => Assert.Equal(new ExactIndex(3, 1), index));
    }

    [Theory]
    [InlineData(99)]
    [InlineData(501)]
    [InlineData(int.MaxValue)]
    [InlineData(ScoringPlan.NotApplicable)]
    public void Score_RatingOutsideTheScale_Throws(int rating)
    {
        var plan = ScoringPlan.Compile(Spbe.Year2020);
        var ratings = Enumerable.Repeat(300, 47).ToArray();
        ratings[46] = rating;

        Assert.Throws<ArgumentOutOfRangeException>(() => plan.Score(ratings, new ExactIndex[60]));
    }

    [Fact]
    public void Score_WrongLengths_Throws()
    {
        var plan = ScoringPlan.Compile(Spbe.Year2020);

        Assert.Throws<ArgumentOutOfRangeException>(() => plan.Score(new int[46], new ExactIndex[60]));
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.Score(Enumerable.Repeat(300, 47).ToArray(), new ExactIndex[59]));
    }

    [Fact]
    public void Score_HeaviestWeightsAndHighestLevels_StayExact()
    {
        var heavy = Build.Instrument(["indicator"], new Scale { Code = "level", Levels = [0, 1000] }, Build.Leaf("I1", 92_233_720m + 0.36854m), Build.Leaf("I2", 0.00001m)) with
        {
            Predicates = [new Predicate { Code = "any", From = 0, To = 1000, ToInclusive = true }],
        };
        var results = new ExactIndex[3];
        ScoringPlan.Compile(heavy).Score([100_000, 0], results);

        Assert.True(results[0].Numerator > 0 && results[0] < new ExactIndex(1000, 1));
    }

    [Fact]
    public void Compile_BrokenInstrument_NamesEveryError()
    {
        var broken = Spbe.Year2020 with { Predicates = [], Tiers = ["domain", "aspect", "question"] };

        var message = Assert.Throws<ArgumentException>(() => ScoringPlan.Compile(broken)).Message;

        Assert.Contains("nodes/D1/A1/I1/tier tier-depth", message, StringComparison.Ordinal);
        Assert.Contains("predicates predicate-gap", message, StringComparison.Ordinal);
    }
}
