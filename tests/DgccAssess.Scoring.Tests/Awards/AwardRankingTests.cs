using DgccAssess.Scoring.Awards;
using static DgccAssess.Scoring.Tests.Awards.Round;

namespace DgccAssess.Scoring.Tests.Awards;

public sealed class AwardRankingTests
{
    [Fact]
    public void Rank_ByIndex_GivesPrizesToTheFirstAndRanksTheRest() => Assert.Equal(
        ["1 b 3.45 wins gold", "2 c 3.21 wins silver", "3 a 3.00"],
        Lines(Rank(Best(2) with { Levels = [new("gold", 1, null), new("silver", 1, null)] }, Agency("a"), Agency("b", 3.4475m), Agency("c", 3.21m))));

    [Fact]
    public void Rank_EqualAsPublishedOnly_IsDecidedByRawValues() => Assert.Equal(
        ["1 b 2.60 wins", "2 a 2.60"],
        Lines(Rank(Best(1, Node("D1")), Agency("a", 2.5951m, nodes: ("D1", 5)), Agency("b", 2.5952m, nodes: ("D1", 1)))));

    [Fact]
    public void Rank_EqualRawValues_GoDownTheLadder() => Assert.Equal(
        [
            "1 e 3.00 wins by 1 NodeD4", "2 b 3.00 wins by 2 Increase", "3 a 3.00 by 3 Gap", "4 d 3.00 by 3 Gap", "5 c 3.00 by 2 Increase",
        ],
        Lines(Rank(Best(2, Node("D4"), Increase, Gap),
            Agency("a", nodes: ("D4", 4)).Before(2.5m) with { SelfIndex = 2.9m },
            Agency("b", nodes: ("D4", 4)).Before(2.4m),
            Agency("c", nodes: ("D4", 4)).Before(2, "spbe-2018"),
            Agency("d", nodes: ("D4", 4)).Before(2.5m) with { SelfIndex = 3.2m },
            Agency("e", nodes: ("D4", 4.01m)))));

    [Fact]
    public void Rank_EqualOnEveryStep_SharesThePrizeAndSkipsTheNextRank()
    {
        var ranking = Rank(
            Best(2, Node("D1")) with { Levels = [new("gold", 1, null), new("silver", 1, null)] },
            Agency("d", 2), Agency("b", 4, nodes: ("D1", 3)), Agency("a", 4, nodes: ("D1", 3)), Agency("c", 4, nodes: ("D1", 2)));

        Assert.Equal(["1 a 4.00 wins gold shared", "1 b 4.00 wins gold shared", "3 c 4.00 by 1 NodeD1", "4 d 2.00"], Lines(ranking));
        Assert.Equal([new TieBreakStep(2, null), new TieBreakStep(2, null), new TieBreakStep(1, Node("D1")), null], ranking.Ranking.Select(r => r.TieBreak));
    }

    [Fact]
    public void Rank_LastWinningRankShared_AllOfItWin() => Assert.Equal(
        ["1 c 5.00 wins", "2 a 4.00 wins shared", "2 b 4.00 wins shared"], Lines(Rank(Best(2), Agency("a", 4), Agency("b", 4), Agency("c", 5))));

    [Theory]
    [InlineData(3.495, true)]
    [InlineData(3.4949999, false)]
    public void Rank_Threshold_AppliesToTheFigureShown(double index, bool wins)
    {
        var category = Best() with { Winners = null, Threshold = 3.5m, Levels = [new("gold", null, 4m), new("silver", null, 3.5m)] };

        Assert.Equal(wins ? ["silver"] : [], Rank(category, Agency("a", (decimal)index)).Winners.Select(w => w.Level));
    }

    [Fact]
    public void Rank_Increase_IsOnTheSameInstrumentOnly() => Assert.Equal(
        ["1 b 0.60 wins", "2 a 0.50 wins", "3 e -0.10 wins", "- c previous-other-instrument", "- d no-previous-result", "- f other-instrument,previous-other-instrument"],
        Lines(Rank(Category("rise", Measure.Of(FigureKind.Increase)),
            Agency("a").Before(2.5m), Agency("b", 2.6m).Before(2), Agency("c").Before(1, "spbe-2018"), Agency("d"), Agency("e").Before(3.1m),
            Agency("f").Before(1) with { Instrument = "pemdi-2026" })));

    [Fact]
    public void Rank_WhoMayNotEnter_IsRefusedWithEveryReason()
    {
        var rules = new Eligibility { Groups = ["city", "regency"], Regions = ["java"], MinimumPredicate = "good", MinimumIndex = 2.6m };
        var good = Agency("ok") with { Region = "java" };

        Assert.Equal(
            [
                "1 ok 3.00 wins", "2 edge 2.60 wins",
                "- consent no-publication-consent", "- empty no-predicate,no-index", "- fair predicate-too-low,index-too-low", "- group other-group",
                "- instrument other-instrument", "- nowhere other-region", "- objection open-objection", "- region other-region", "- several not-taking-part,no-publication-consent",
            ],
            Lines(Rank(Best() with { Eligibility = rules },
                good, good with { Code = "edge", Index = 2.595m }, good with { Code = "group", Group = "ministry" }, good with { Code = "region", Region = "bali" },
                good with { Code = "nowhere", Region = null }, good with { Code = "consent", Consented = false }, good with { Code = "objection", HasOpenObjection = true },
                good with { Code = "instrument", Instrument = "pemdi-2026" }, good with { Code = "fair", Predicate = "fair", Index = 2.5949m },
                good with { Code = "empty", Predicate = null, Index = null }, good with { Code = "several", TookPart = false, Consented = false })));
    }

    [Fact]
    public void Rank_WaivedConditions_AreNotAsked() => Assert.Equal(
        ["1 a 90.00 wins"],
        Lines(Rank(
            Category("jury", Measure.Of(FigureKind.Jury)) with
            {
                Eligibility = new Eligibility { Allow = [EntryWaiver.NoConsent, EntryWaiver.NotTakingPart, EntryWaiver.OpenObjection, EntryWaiver.OtherInstrument] },
            },
            Agency("a") with
            {
                Consented = false, TookPart = false, HasOpenObjection = true, Instrument = "pemdi-2026", Index = null, Jury = [Juror("x", 90, 90), Juror("y", 90, 90)],
            })));

    [Fact]
    public void Rank_MissingNode_IsRefused() => Assert.Equal(
        ["1 a 2.00 wins", "- b no-value"], Lines(Rank(Category("d1", Measure.Of(FigureKind.Node, "D1")), Agency("a", nodes: ("D1", 2)), Agency("b", nodes: ("D2", 2)))));

    [Fact]
    public void Rank_OneAwardPerAgency_MovesTheNextUpInTheOrderOfCategories()
    {
        var award = Award(
            Best(1), Category("d1", Measure.Of(FigureKind.Node, "D1"), 1), Category("rise", Measure.Of(FigureKind.Increase), 2)) with { OnePerAgency = OnePerAgency.CategoryOrder };
        Candidate[] candidates =
        [
            Agency("a", 5, nodes: ("D1", 5)).Before(1), Agency("b", 4, nodes: ("D1", 4)).Before(2), Agency("c", 3, nodes: ("D1", 3)).Before(2),
        ];

        Assert.Equal(
            [
                "best: 1 a 5.00 wins", "best: 2 b 4.00", "best: 3 c 3.00",
                "d1: 1 b 4.00 wins", "d1: 2 c 3.00", "d1: - a won-earlier",
                "rise: 1 c 1.00 wins", "rise: - a won-earlier", "rise: - b won-earlier",
            ],
            Lines(AwardRanking.Rank(award, candidates)));
        Assert.Equal(["a", "a", "a", "b"], AwardRanking.Rank(award with { OnePerAgency = OnePerAgency.None }, candidates).Categories.SelectMany(c => c.Winners.Select(w => w.Code)));
    }

    [Fact]
    public void Rank_EqualFractions_AreEqualWhicheverWayTheyCame() => Assert.Equal(
        ["1 a 0.33 wins shared", "1 b 0.33 wins shared"],
        Lines(Rank(Category("rise", Measure.Of(FigureKind.Increase)), Agency("a", 13 / 3m).Before(4), Agency("b", 1 / 3m).Before(0))));

    [Fact]
    public void Rank_NobodyThere_GivesEmptyLists() => Assert.Empty(Lines(Rank(Best())));

    [Fact]
    public void Rank_CodeTwice_Throws() => Assert.Throws<ArgumentException>(() => Rank(Best(), Agency("long-code-1"), Agency("long-code-2"), Agency("long-code-1")));
}
