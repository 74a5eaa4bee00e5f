using DgccAssess.Scoring.Awards;
using static DgccAssess.Scoring.Tests.Awards.Round;

namespace DgccAssess.Scoring.Tests.Awards;

public sealed class JuryTests
{
    private static readonly AwardCategory ByJury = Category("jury", Measure.Of(FigureKind.Jury), 1, new Figure(FigureKind.Jury, "impact"), OverallIndex);

    [Fact]
    public void Rank_ByJury_WeighsTheMeansOfTheCriteria() => Assert.Equal(
        // 0.6 x (90 + 71) / 2 + 0.4 x (50 + 61) / 2 = 70.5
        ["1 a 70.50 wins"], Lines(Rank(ByJury, Agency("a") with { Jury = [Juror("x", 90, 50), Juror("y", 71, 61)] })));

    [Fact]
    public void Rank_RecusedJuror_CountsNeitherInTheSumNorInTheNumber() => Assert.Equal(
        ["1 a 80.00 wins", "2 b 75.00", "- c too-few-jurors", "- d no-jury-scores", "- e no-jury-scores"],
        Lines(Rank(ByJury,
            Agency("a") with { Jury = [Juror("x", 80, 80), Juror("y", 80, 80), Juror("z", 0, 0, recused: true)] },
            Agency("b") with { Jury = [Juror("x", 75, 75), Juror("y", 75, 75), Juror("z", 75, 75)] },
            Agency("c") with { Jury = [Juror("x", 100, 100), Juror("y", 100, 100, recused: true)] },
            Agency("d") with { Jury = [new JurorScores("x", new Dictionary<string, decimal>(StringComparer.Ordinal), Recused: true)] },
            Agency("e"))));

    [Fact]
    public void Rank_EqualJuryMeans_AreDecidedByOneCriterion() => Assert.Equal(
        ["1 b 50.00 wins by 1 Juryimpact", "2 a 50.00 by 1 Juryimpact"],
        Lines(Rank(ByJury, Agency("a") with { Jury = [Juror("x", 60, 35), Juror("y", 60, 35)] }, Agency("b") with { Jury = [Juror("x", 40, 65), Juror("y", 40, 65)] })));

    [Fact]
    public void Rank_Mix_BringsPartsToOneRangeAndWeighsThem()
    {
        var mix = new Measure(new MeasurePart(OverallIndex, 60, 1, 5), new MeasurePart(JuryMean, 40, 0, 100));

        // a: 0.6 x 50 + 0.4 x 100 = 70; b: 0.6 x 75 + 0.4 x 50 = 65
        Assert.Equal(
            ["1 a 70.00 wins", "2 b 65.00", "- c no-jury-scores", "- d no-index"],
            Lines(Rank(Category("mix", mix, 1),
                Agency("a", 3) with { Jury = [Juror("x", 100, 100), Juror("y", 100, 100)] },
                Agency("b", 4) with { Jury = [Juror("x", 50, 50), Juror("y", 50, 50)] },
                Agency("c", 5),
                Agency("d", null) with { Jury = [Juror("x", 50, 50), Juror("y", 50, 50)] })));
    }

    [Fact]
    public void Check_Candidates_NamesEveryFaultOfTheJury()
    {
        var award = Award(ByJury);
        var candidate = Agency("a") with
        {
            Jury =
            [
                Juror("x", 101, -1), Juror("x", 1, 1), new JurorScores("y", new Dictionary<string, decimal>(StringComparer.Ordinal) { ["novelti"] = 3 }, Recused: false),
                Juror("z", 900, 900, recused: true),
            ],
        };

        Assert.Equal(
            [
                "score-out-of-range x,novelty,101,0,100", "score-out-of-range x,impact,-1,0,100", "juror-duplicate x", "score-missing y,novelty", "score-missing y,impact",
                "criterion-unknown novelti",
            ],
            CandidateCheck.Check(award, [candidate]).Select(p => $"{p.Code} {string.Join(',', p.Arguments)}"));
    }

    [Fact]
    public void Check_Candidates_NamesDoubledAndImpossibleOnes() => Assert.Equal(
        ["candidates/a code-duplicate", "candidates/#3 code-invalid", "candidates/b/predicate predicate-unknown", "candidates/c out-of-range"],
        CandidateCheck.Check(Award(Best()), [Agency("a"), Agency("a"), Agency("a b"), Agency("b") with { Predicate = "fine" }, Agency("c", 1001)])
            .Select(p => $"{p.Path} {p.Code}"));
}
