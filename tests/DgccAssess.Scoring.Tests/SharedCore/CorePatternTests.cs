using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Scoring.Tests.SharedCore;

public sealed class CorePatternTests
{
    private static readonly CoreMapping Exact = Core.Mapping(close: "");

    [Fact]
    public void Peers_AreTheNearestFirst_WhoeverIsAhead()
    {
        var peers = CorePeers.Of(Core.Structure, Core.Country("UZB", Exact, 3), [Core.Country("LOW", Exact, 1), Core.Country("SAME", Exact, 3), Core.Country("ALSO", Exact, 5), Core.Country("UZB", Exact, 3)]);

        Assert.Equal([("SAME", 18, new ExactFraction(0, 1)), ("ALSO", 18, new ExactFraction(1, 2)), ("LOW", 18, new ExactFraction(1, 2))], peers.Select(p => (p.Country, p.Common, p.Distance)));
        Assert.Equal(1m, CorePeers.Of(Core.Structure, Core.Country("UZB", Exact, 1), [Core.Country("TOP", Exact, 5)])[0].Rounded);
    }

    [Fact]
    public void Peers_LeaveOutWhoMayNotBeCompared()
    {
        var self = Core.Country("SELF", Exact, 3);

        Assert.Empty(CorePeers.Of(Core.Structure, Core.Country("UZB", Exact, 3), [self with { Figures = self.Figures with { Stage = CoreStage.Self } }]));
    }

    [Fact]
    public void Pairs_SayOfEveryCountryWhyItIsNoPeer_OrWhatIsToBeKeptInMind()
    {
        var own = Core.Country("UZB", Exact, 3);
        var hidden = Core.Structure.Questions.Take(10).Aggregate(Core.Country("HID", Exact, 3), (country, question) => country.With(question, q => q with { Levels = [null, 0, 6, 0, 0] }));
        var pairs = CorePeers.Pairs(
            Core.Structure, own,
            [
                hidden, Core.Country("FEW", Core.Mapping(none: "C1 C2 C3 C4 C5 C6 C8 C9 C10", close: ""), 3), own with { Code = "SELF", Figures = own.Figures with { Stage = CoreStage.Self } }, Core.Country("OTHER", Core.Mapping(Core.Other, close: ""), 5), Core.Country("SAME", Exact, 3),
            ]);

        Assert.Equal(["SAME", "OTHER", "FEW", "HID", "SELF"], pairs.Select(p => p.Other));
        Assert.Equal([CoreBadge.Comparable, CoreBadge.WithCare, CoreBadge.NotComparable, CoreBadge.NotComparable, CoreBadge.NotComparable], pairs.Select(p => p.Badge));
        Assert.Equal([CoreReasonCode.InstrumentsDiffer], pairs[1].Reasons.Select(r => r.Code));
        Assert.Equal([CoreReasonCode.TooFewQuestions, CoreReasonCode.TooFewThemes], pairs[2].Reasons.Select(r => r.Code));
        Assert.Equal([new CoreReason(CoreReasonCode.TooFewInCommon, "UZB", "HID", 9)], pairs[3].Reasons);
        Assert.Equal([CoreReasonCode.StagesDiffer], pairs[4].Reasons.Select(r => r.Code));
        Assert.All(CorePeers.Pairs(Core.Structure, hidden with { Figures = hidden.Figures with { Draft = true } }, [own]), p => Assert.Equal(CoreReasonCode.Draft, p.Reasons[0].Code));
    }

    [Fact]
    public void Pattern_NamesWhatMostCountriesAreHighOrLowIn()
    {
        CoreCountry[] countries = [Core.Country("A", Exact, 4), Core.Country("B", Exact, 5), Core.Country("C", Exact, 1), Core.Country("D", Core.Mapping(none: "C2", close: ""), 2)];
        var patterns = CorePattern.Of(Core.Structure, countries).ToDictionary(p => p.Question);

        Assert.Equal(new CorePattern("C2", 3, 2, 1), patterns["C2"]);
        Assert.Equal(new CorePattern("C3", 4, 2, 2), patterns["C3"]);
        Assert.Equal((true, false, false), (patterns["C2"].IsStrength, patterns["C3"].IsStrength, patterns["C3"].IsWeakness));
        Assert.False(patterns["C7"].IsWeakness); // one country alone is no pattern
        Assert.True(CorePattern.Of(Core.Structure, [.. countries.Skip(2)]).Single(p => p.Question == "C3").IsWeakness);
    }

    [Fact]
    public void Gaps_AskFirstWhatMostOthersShow()
    {
        var country = Core.Country("UZB", Core.Mapping(none: "C2 C7 C13", close: ""), 3).With("C20", q => q with { Answered = null });
        var gaps = CoreGap.Of(Core.Structure, country, [country, Core.Country("SRB", Core.Mapping(none: "C7", close: ""), 3), Core.Country("TUN", Exact, 3)]);

        Assert.Equal(
            [new("C2", CoreAvailability.NotMeasured, 2), new("C20", CoreAvailability.NotShared, 2), new("C13", CoreAvailability.NotMeasured, 1), new CoreGap("C7", CoreAvailability.NotMeasured, 0)], gaps);
    }

    [Fact]
    public void Needs_AreQuestionsSomebodyIsWeakInOrDoesNotShow()
    {
        CoreCountry[] countries = [Core.Country("HALF", Exact, 2, 3), Core.Country("HIGH", Core.Mapping(none: "C7 C9 C13", close: ""), 4), Core.Country("HID", Exact, 1).With("C2", q => q with { Levels = [null, null, 2, 2, 2] })];
        var needs = CoreNeed.Of(Core.Structure, countries).ToDictionary(n => n.Question);

        Assert.Equal(["HALF", "HID"], needs["C3"].Weak);
        Assert.Empty(needs["C3"].Gaps);
        Assert.Equal(["HIGH"], needs["C9"].Gaps);
        // What is hidden is nobody's weakness.
        Assert.Equal(["HALF"], needs["C2"].Weak);
        Assert.Equal(["C7", "C13"], CoreNeed.Of(Core.Structure, [Core.Country("A", Exact, 3), Core.Country("B", Exact, 4)]).Select(n => n.Question));
    }

    [Fact]
    public void Trend_BreaksWhereTheMappingChanged_AndLeavesGapsOpen()
    {
        var round = Core.Country("UZB", Exact, 3).Figures;
        var points = CoreTrend.Of(Core.Structure, "C2", [round, round with { Round = "2026", Agencies = 20 }, round with { Round = "2027", MappingHash = "new" }, round with { Round = "2028", MappingHash = "new" }]);

        Assert.Equal([("2025", 6, false), ("2026", null, false), ("2027", 6, true), ("2028", 6, false)], points.Select(p => (p.Round, p.Answered, p.BreaksFromBefore)));
        Assert.Equal((new CoreBands(0, 6, 0), null), (points[0].Bands, points[1].Bands));
    }
}
