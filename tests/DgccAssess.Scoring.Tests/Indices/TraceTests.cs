using System.Numerics;
using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Tests.Golden;
using DgccAssess.Scoring.Tests.TestInstruments;
using FsCheck;
using FsCheck.Fluent;

namespace DgccAssess.Scoring.Tests.Indices;

public sealed class TraceTests
{
    [Fact]
    public void Trace_MinistryOf2021_ExplainsItsIndex()
    {
        var card = Scorecard.Compute(Spbe.Year2020, PublishedResult.Load("G01").Ratings("I"));
        var trace = Trace.Of(card);

        Assert.Equal(["spbe-2020", "D1", "A1", "D2", "A2", "A3", "A4", "D3", "A5", "A6", "D4", "A7", "A8"], trace.Select(node => node.Node.Code));
        Assert.Equal(["D1 0.39", "D2 0.75", "D3 0.165", "D4 1.6425"], trace[0].Parts.Select(part => $"{part.Node.Code} {part.Points}"));
        var chain = trace.Single(node => node.Node.Code == "A2");
        Assert.Equal(["I11 0.5 0.05", "I12 0.5 0.05", "I13 1.25 0.125", "I14 1 0.1"], chain.Parts.Select(part => $"{part.Node.Code} {part.Points} {part.TotalPoints}"));
        Assert.Equal(new ExactIndex(5, 13), chain.Parts[2].Share);
        Assert.Equal(10m, chain.CountedWeight);
    }

    [Fact]
    public void Trace_AnyScorecard_PointsSumToTheIndexAndSharesToOne() => Prop.ForAll(RandomCases.WithNotApplicable.ToArbitrary(), one =>
    {
        foreach (var node in Trace.Of(Scorecard.Compute(one.Instrument, one.Ratings)))
        {
            Assert.Equal(node.CountedWeight, node.Parts.Sum(part => part.CountedWeight));
            if (!node.Node.Index.HasValue)
            {
                Assert.All(node.Parts, part => Assert.False(part.Points.HasValue || part.Share.HasValue));
                continue;
            }
            AssertSum(node.Parts.Select(part => part.Points), node.Node.Index);
            if (node.Node.Index > new ExactIndex(0, 1))
                AssertSum(node.Parts.Select(part => part.Share), new ExactIndex(1, 1));
        }
    }).QuickCheckThrowOnFailure();

    private static void AssertSum(IEnumerable<ExactIndex> parts, ExactIndex whole)
    {
        var (numerator, denominator) = parts.Aggregate((BigInteger.Zero, BigInteger.One), (sum, part) =>
            ((sum.Item1 * part.Denominator) + (part.Numerator * sum.Item2), sum.Item2 * part.Denominator));
        Assert.Equal(numerator * whole.Denominator, whole.Numerator * denominator);
    }
}
