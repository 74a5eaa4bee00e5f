using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Scoring.Tests.SharedCore;

public sealed class CoreComparisonTests
{
    private static readonly CoreMapping Exact = Core.Mapping(close: "");

    [Fact]
    public void OneInstrument_AllExact_IsComparable()
    {
        var comparison = Compare(Core.Country("SRB", Exact, 2, 3), Core.Country("UZB", Exact, 4));

        Assert.Equal(CoreBadge.Comparable, comparison.Badge);
        Assert.Equal(18, comparison.Questions.Count(q => q.Badge is CoreBadge.Comparable));
        Assert.All(comparison.Questions.Where(q => q.Badge is CoreBadge.Comparable), q => Assert.True(q is { MeansFit: true, InBands: false, ShownByAll: true }));
        Assert.All(comparison.Questions.Where(q => q.Code is "C7" or "C13"), q => Assert.Equal([CoreAvailability.NotMeasured, CoreAvailability.NotMeasured], q.Cells.Select(c => c.Availability)));
        Assert.Equal([2.50m, 4.00m], comparison.Themes[0].Figures.Select(f => f.Mean!.Value));
        Assert.Equal(["C12", "C14"], comparison.Themes.Single(t => t.Code == "T4").Questions);
    }

    [Fact]
    public void OneTree_MeansOfExactQuestionsFit_ThoseOfCloseOnesDoNot()
    {
        var comparison = Compare(Core.Country("IDN", Core.Mapping(Core.Spbe), 3), Core.Country("UZB", Core.Mapping(Core.Neutral), 2));

        var (c1, c2) = (Find(comparison, "C1"), Find(comparison, "C2"));
        Assert.True(c1 is { InBands: true, MeansFit: false, Badge: CoreBadge.WithCare } && c2 is { InBands: false, MeansFit: true });
        Assert.Equal(["InstrumentsDiffer", "Close IDN", "Close UZB"], Texts(c1.Reasons));
        Assert.Equal(["C2", "C3"], comparison.Themes[0].Questions);
        Assert.Equal([3m, 2m], comparison.Themes[0].Figures.Select(f => f.Mean!.Value));
    }

    [Fact]
    public void CloseInOneCountry_PutsAllInBands()
    {
        var comparison = Compare(Core.Country("SRB", Exact, 3), Core.Country("TUN", Core.Mapping(Core.Other, close: "C2 C3"), 3));

        Assert.True(Find(comparison, "C2").InBands);
        Assert.False(Find(comparison, "C4").InBands);
        Assert.All(comparison.Questions, q => Assert.False(q.MeansFit));
        Assert.All(comparison.Themes, t => Assert.False(t.HasMeans));
    }

    [Fact]
    public void SameInstrumentMappedOtherwise_MeansOfCloseQuestionsDoNotFit()
    {
        var other = Core.Country("TUN", Core.Mapping(), 3);
        other = other with { Figures = other.Figures with { MappingHash = "another" } };
        var comparison = Compare(Core.Country("SRB", Core.Mapping(), 3), other);

        Assert.Equal(["MappingsDiffer"], Texts(comparison.Reasons));
        Assert.Equal((false, true), (Find(comparison, "C1").MeansFit, Find(comparison, "C2").MeansFit));
    }

    [Theory]
    [InlineData(4, 4, CoreAvailability.TooFewAgencies)]
    [InlineData(5, 5, CoreAvailability.Shown)]
    [InlineData(5, 10, CoreAvailability.Shown)]
    [InlineData(5, 11, CoreAvailability.TooSmallShare)]
    [InlineData(0, 9, CoreAvailability.TooFewAgencies)]
    [InlineData(null, 9, CoreAvailability.NotShared)]
    [InlineData(9, null, CoreAvailability.NotShared)]
    public void Question_NeedsFiveAgenciesAndHalfOfTheRound(int? answered, int? agencies, CoreAvailability expected)
    {
        var country = Core.Country("UZB", Exact, 3).With("C2", q => q with { Answered = answered });

        Assert.Equal(expected, CoreAvailabilities.Of(Core.Structure.Minimums, country.Figures with { Agencies = agencies }, "C2"));
    }

    [Fact]
    public void HiddenLevels_HideTheirBandAndNoOther()
    {
        var country = Core.Country("UZB", Exact, 3).With("C2", q => q with { Levels = [null, 1, 2, 3, 0] });

        Assert.Equal((CoreAvailability.Shown, new CoreBands(null, 2, 3)), (Availability(country, "C2"), CoreBands.Of(country.Figures.Find("C2")!.Levels)));
        Assert.Equal(CoreAvailability.NotShared, Availability(country.With("C2", q => q with { Levels = [null, null, null, null, null] }), "C2"));
    }

    [Theory]
    [InlineData("C1 C2 C4 C5 C8 C9 C12", "13 questions of 5 themes")]
    [InlineData("C1 C2 C4 C5 C8 C9 C12 C15", "12 questions of 5 themes")]
    [InlineData("C1 C2 C4 C5 C8 C9 C12 C15 C18", "11 questions of 5 themes: TooFewQuestions")]
    [InlineData("C1 C2 C3 C4 C5 C6 C7", "13 questions of 4 themes")]
    [InlineData("C1 C2 C12 C13 C15 C16", "14 questions of 3 themes: TooFewThemes")]
    public void Country_NeedsTwelveQuestionsInFourThemes(string none, string expected)
    {
        var standing = CoreStanding.Of(Core.Structure, Core.Country("UZB", Core.Mapping(none: none, close: ""), 3));

        Assert.Equal(expected, $"{standing.Questions.Count} questions of {standing.Themes} themes{(standing.IsEnough ? "" : ": ")}{string.Join(' ', standing.Reasons.Select(r => r.Code))}");
    }

    [Fact]
    public void TwoCountries_WithNineQuestionsInCommon_AreNotComparable()
    {
        var comparison = Compare(Core.Country("SRB", Core.Mapping(none: "C1 C4 C8 C12 C15 C18 C19", close: ""), 3), Core.Country("UZB", Core.Mapping(none: "C2 C5 C9 C13", close: ""), 3));

        Assert.Equal((CoreBadge.NotComparable, 2, 0, 0), (comparison.Badge, comparison.Compared.Count, comparison.Questions.Count, comparison.Themes.Count));
        Assert.Equal(["TooFewInCommon SRB UZB 9"], Texts(comparison.Reasons));
    }

    [Fact]
    public void Draft_IsLeftOut()
    {
        var draft = Core.Country("IDN", Exact, 3);
        draft = draft with { Figures = draft.Figures with { Draft = true } };
        var comparison = Compare(draft, Core.Country("SRB", Exact, 3), Core.Country("UZB", Exact, 3));

        Assert.Equal(["Draft IDN"], Texts(comparison.Standings[0].Reasons));
        Assert.Equal(["SRB", "UZB"], comparison.Compared.Select(c => c.Code));
        Assert.All(comparison.Questions, q => Assert.DoesNotContain(q.Cells, c => c.Country == "IDN"));
    }

    [Fact]
    public void UnlikeStagesGroupsOrProof_AreNotComparable()
    {
        var (one, two) = (Core.Country("SRB", Exact, 3), Core.Country("UZB", Exact, 3));

        Assert.Equal("StagesDiffer", Reason(two.Figures with { Stage = CoreStage.Self }));
        Assert.Equal("GroupsDiffer", Reason(two.Figures with { Group = null }));
        Assert.Equal("SelfAgainstVerified", Reason(two.Figures with { ShareVerified = 0 }));
        Assert.Equal("OtherCore", CoreStanding.Of(Core.Structure, two with { Figures = two.Figures with { CoreVersion = 2 } }).Reasons.Single().Code.ToString());

        string Reason(SharedCoreFigures figures) => Compare(one, two with { Figures = figures }).Reasons.First(r => r.Forbids).Code.ToString();
    }

    [Fact]
    public void WholeNationsAndPartlyVerified_AreComparedWithCare()
    {
        var (one, two) = (Core.Country("SRB", Exact, 3), Core.Country("UZB", Exact, 3));
        var comparison = Compare(one with { Figures = one.Figures with { Group = null } }, two with { Figures = two.Figures with { Group = null, ShareVerified = 0.9m } });

        Assert.Equal(CoreBadge.WithCare, comparison.Badge);
        Assert.Equal(["PartlyVerified UZB", "AllGroupsTogether"], Texts(comparison.Reasons));
    }

    [Fact]
    public void OneCountry_OrEleven_IsNoComparison()
    {
        Assert.Equal(["TooFewCountries 1"], Texts(Compare(Core.Country("SRB", Exact, 3)).Reasons));
        Assert.Throws<ArgumentException>(() => Compare([.. Enumerable.Range(0, 11).Select(i => Core.Country($"X{i}", Exact, 3))]));
    }

    internal static CoreComparison Compare(params CoreCountry[] countries) => CoreComparison.Of(Core.Structure, countries);

    internal static IEnumerable<string> Texts(IEnumerable<CoreReason> reasons) => reasons.Select(r => $"{r.Code} {r.Country} {r.Other} {r.Count}".Replace("  ", " ", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal).Trim());

    private static CoreQuestionView Find(CoreComparison comparison, string code) => comparison.Questions.Single(q => q.Code == code);

    private static CoreAvailability Availability(CoreCountry country, string question) => CoreAvailabilities.Of(Core.Structure.Minimums, country.Figures, question);
}
