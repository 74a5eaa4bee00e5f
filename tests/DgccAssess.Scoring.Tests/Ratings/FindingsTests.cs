using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Ratings;
using DgccAssess.Scoring.Tests.Golden;
using DgccAssess.Scoring.Tests.TestInstruments;
using FsCheck;
using FsCheck.Fluent;
using static DgccAssess.Scoring.Tests.TestInstruments.Build;

namespace DgccAssess.Scoring.Tests.Ratings;

public sealed class FindingsTests
{
    private static readonly HashSet<string> None = [];

    [Fact]
    public void Findings_MinistryOf2021_NameStrengthsAndWeaknessesPerAspect()
    {
        var findings = Findings.Of(Scorecard.Compute(Spbe.Year2020, PublishedResult.Load("G01").Ratings("I")), None);

        Assert.Equal(["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8"], findings.Select(finding => finding.Node));
        Assert.Equal(["I13", "I14"], findings[1].Strengths);
        Assert.Equal(["I11", "I12"], findings[1].Weaknesses);
        Assert.Equal(["I11 3", "I12 3", "I14 5"], findings[1].Recommendations.Select(r => $"{r.Indicator} {r.NextLevel}"));
        Assert.Equal(["I11.3.a", "I11.3.b"], findings[1].Recommendations[0].Criteria);
    }

    [Theory]
    [InlineData(0, "weak")]
    [InlineData(1, "weak")]
    [InlineData(2, "")]
    [InlineData(3, "")]
    [InlineData(4, "strong")]
    [InlineData(5, "strong")]
    public void Findings_ScaleFromZero_UsesItsQuarters(int rating, string expected)
    {
        var finding = Findings.Of(Scorecard.Compute(Instrument(["indicator"], Levels(0, 5), Leaf("I1", 1)), RatingsOf(("I1", rating))), None).Single();

        Assert.Equal(("test", expected), (finding.Node, finding.Strengths.Count > 0 ? "strong" : finding.Weaknesses.Count > 0 ? "weak" : ""));
    }

    [Fact]
    public void Recommendations_MetCriteria_AreLeftOut()
    {
        var card = Scorecard.Compute(Instrument(["indicator"], Levels(1, 5), [.. Leaves(1, 3, 1)]), RatingsOf(("I1", 3), ("I2", 3), ("I3", 5)));
        var recommendations = Findings.Of(card, new HashSet<string>(["I1.4.a", "I2.4.a", "I2.4.b"], StringComparer.Ordinal)).Single().Recommendations;

        var only = Assert.Single(recommendations);
        Assert.Equal(("I1", 4), (only.Indicator, only.NextLevel));
        Assert.Equal(["I1.4.b"], only.Criteria);
    }

    [Fact]
    public void Findings_AnyScorecard_AreDisjointAndSkipTheNotApplicable() => Prop.ForAll(RandomCases.WithNotApplicable.ToArbitrary(), one =>
    {
        var findings = Findings.Of(Scorecard.Compute(one.Instrument, one.Ratings), None);

        Assert.All(findings, finding => Assert.Empty(finding.Strengths.Intersect(finding.Weaknesses, StringComparer.Ordinal)));
        Assert.All(findings.SelectMany(f => f.Strengths.Concat(f.Weaknesses)), code => Assert.NotNull(one.Ratings[code]));
    }).QuickCheckThrowOnFailure();
}
