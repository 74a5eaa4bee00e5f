using DgccAssess.Scoring.Awards;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.Tests.TestInstruments;
using static DgccAssess.Scoring.Tests.Awards.Round;

namespace DgccAssess.Scoring.Tests.Awards;

public sealed class AwardCheckTests
{
    private static readonly AwardSurroundings Known = new(["city", "ministry"], ["java"], [Spbe.Year2020]);

    [Fact]
    public void Check_SoundAward_HasNoProblem() => Assert.Empty(AwardCheck.Check(
        Award(
            Best(3, Node("D1"), Increase, Gap, JuryMean) with { Levels = [new("gold", 1, null), new("silver", 2, null)], Eligibility = new() { Groups = ["city"], Regions = ["java"] } },
            Category("rise", Measure.Of(FigureKind.Increase)) with { Winners = null, Threshold = 0.5m, Levels = [new("gold", null, 1), new("silver", null, 0.5m)] }),
        Known));

    [Fact]
    public void Check_Header_NamesEveryFault() => Assert.Equal(
        [
            "code code-invalid a b", "rounding/decimals out-of-range 7,0,6", "predicates/good code-duplicate good", "jury/criteria/x out-of-range 0,0,1000000",
            "jury range-empty 5,5", "jury/minimumJurors out-of-range 0,1,100", "categories categories-empty ",
        ],
        Problems(Award() with
        {
            Code = "a b", Rounding = new Rounding(7, RoundingMode.HalfUp), Predicates = ["good", "good"], Jury = new Jury([new JuryCriterion("x", 0)], 5, 5, 0),
        }));

    [Fact]
    public void Check_Category_NamesEveryFault() => Assert.Equal(
        [
            "categories/best/minimumPredicate predicate-unknown fine", "categories/best/minimumIndex too-many-decimals 2.605,2", "categories/best winners-missing ",
            "categories/BEST code-duplicate BEST", "categories/BEST/winners out-of-range 0,1,10000", "categories/BEST/threshold out-of-range 1001,-1000,1000",
        ],
        Problems(Award(
            Best() with { Winners = null, Eligibility = new() { MinimumPredicate = "fine", MinimumIndex = 2.605m } },
            Best(0) with { Code = "BEST", Threshold = 1001 })));

    [Fact]
    public void Check_Levels_MustCoverTheWinners() => Assert.Equal(
        [
            "categories/a/levels level-places 2,3", "categories/b/levels/gold level-kind places", "categories/b/levels level-places 0,3",
            "categories/c/levels/silver level-order 4,3.5", "categories/c/levels level-threshold 4,3", "categories/d/levels/gold level-kind from", "categories/d/levels level-threshold ,3",
        ],
        Problems(Award(
            Best() with { Code = "a", Levels = [new("gold", 1, null), new("silver", 1, null)] },
            Best() with { Code = "b", Levels = [new("gold", null, 4)] },
            Best() with { Code = "c", Winners = null, Threshold = 3, Levels = [new("gold", null, 3.5m), new("silver", null, 4)] },
            Best() with { Code = "d", Winners = null, Threshold = 3, Levels = [new("gold", 1, null)] })));

    [Fact]
    public void Check_Figures_NamesEveryFault() => Assert.Equal(
        [
            "categories/gap/measure gap-ranks ", "categories/none/measure measure-empty ", "categories/node/measure figure-without-node Node",
            "categories/code/measure figure-with-code Index", "categories/criterion/measure criterion-unknown nothing", "categories/mix/measure out-of-range 0,0,1000000",
            "categories/mix/measure range-empty 5,1", "categories/again/tieBreaks tie-break-repeated ", "categories/other/measure other-instrument-ranked ",
        ],
        Problems(Award(
            Category("gap", Measure.Of(FigureKind.Gap)), Category("none", new Measure([])), Category("node", Measure.Of(FigureKind.Node)),
            Category("code", Measure.Of(FigureKind.Index, "D1")), Category("criterion", Measure.Of(FigureKind.Jury, "nothing")),
            Category("mix", new Measure(new MeasurePart(OverallIndex, 0, 5, 1), new MeasurePart(JuryMean, 1, 0, 100))),
            Category("again", Measure.Of(FigureKind.Index), 3, OverallIndex),
            Category("other", Measure.Of(FigureKind.Jury), 3, Node("D1")) with { Eligibility = new() { Allow = [EntryWaiver.OtherInstrument] } })));

    [Fact]
    public void Check_WithoutJury_NobodyMayAskForIt() => Assert.Equal(
        ["categories/jury/measure jury-missing "], Problems(Award(Category("jury", Measure.Of(FigureKind.Jury))) with { Jury = null }));

    [Fact]
    public void Check_AgainstTheTenant_NamesWhatIsNotThere() => Assert.Equal(
        [
            "predicates predicates-differ poor, fair, good, very-good, outstanding", "categories/best/groups group-unknown town", "categories/best/regions region-unknown bali",
            "categories/best/measure node-unknown D9,spbe-2020", "categories/best/tieBreaks node-unknown D8,spbe-2020",
        ],
        AwardCheck.Check(
            Award(Category("best", Measure.Of(FigureKind.Node, "D9"), 3, Node("D8"), Node("I47")) with { Eligibility = new() { Groups = ["city", "town"], Regions = ["bali"] } })
                with { Predicates = ["good", "poor"] },
            Known).Select(Line));

    [Fact]
    public void Check_AgainstTheTenant_NamesAnUnknownInstrument() => Assert.Equal(
        ["instrument instrument-unknown pemdi-2026"], AwardCheck.Check(Award(Best()) with { Instrument = "pemdi-2026" }, Known).Select(Line));

    [Fact]
    public void Rank_FaultyAward_Throws() => Assert.Throws<ArgumentException>(() => Rank(Best(0), Agency("a")));

    private static IEnumerable<string> Problems(Award award) => AwardCheck.Check(award).Select(Line);

    private static string Line(AwardProblem problem) => $"{problem.Path} {problem.Code} {string.Join(',', problem.Arguments)}";
}
