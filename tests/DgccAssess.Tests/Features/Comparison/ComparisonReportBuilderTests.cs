using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Comparison;
using DgccAssess.Core.Features.Comparison.Report;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Countries.Brief;
using DgccAssess.Core.Features.SharedCore;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Tenancy;
using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Tests.Features.Comparison;

/// <summary>The document of the report says what the comparison says, figure by figure.</summary>
public sealed class ComparisonReportBuilderTests
{
    private static readonly SpaceInfo Hub = SampleComparison.Hub;

    [Fact]
    public void EveryFigure_IsThatOfTheComparison_AndWhatIsHiddenStaysNull()
    {
        var comparison = SampleComparison.Of(SampleComparison.Country("serbia", "RS", hidden: "C2"), SampleComparison.Country("uzbekistan", "UZ"));

        var document = ComparisonReportBuilder.Build(comparison, [], group: null, Hub, "en");

        var shown = 0;
        foreach (var (question, printed) in comparison.Comparison.Questions.Zip(document.Themes.SelectMany(t => t.Questions)))
        {
            Assert.Equal((question.Code, question.Badge, question.InBands, question.MeansFit), (printed.Code, printed.Badge, printed.InBands, printed.MeansFit));
            if (question.Badge is CoreBadge.NotComparable)
            {
                Assert.Empty(printed.Cells);
                continue;
            }

            foreach (var (cell, figure) in question.Cells.Zip(printed.Cells))
            {
                Assert.Equal((cell.Country, cell.Availability, cell.Figures!.Answered), (figure.Country, figure.Availability, figure.Answered));
                Assert.Equal(question.InBands ? cell.Figures.ToBands().ToList() : cell.Figures.Levels, figure.Counts);
                Assert.Equal(cell.Figures.Change, figure.Change);
                Assert.Equal(question.MeansFit && cell.Figures.Mean is { } mean ? Math.Round(mean, 2, MidpointRounding.AwayFromZero) : null, figure.Mean);
                shown++;
            }
        }

        Assert.Equal(2 * 18, shown);
        var hidden = document.Themes.SelectMany(t => t.Questions).Single(q => q.Code == "C2").Cells.Single(c => c.Country == "serbia");
        Assert.Equal((null, null, null), (hidden.Counts[0], hidden.Mean, hidden.Change!.Down));
        Assert.Equal(comparison.Comparison.Themes.Where(t => t.HasMeans).SelectMany(t => t.Figures).Select(f => f.Mean!.Value), document.Themes.SelectMany(t => t.Means).Select(m => m.Mean));
    }

    [Fact]
    public void FindingsAndReasons_AreThoseOfTheComparison()
    {
        var comparison = SampleComparison.Of(SampleComparison.Country("serbia", "RS"), SampleComparison.Country("tunisia", "TN", instrument: "spbe-2020"), SampleComparison.Country("uzbekistan", "UZ", questions: 5));

        var document = ComparisonReportBuilder.Build(comparison, [], group: null, Hub, "en");

        Assert.Equal(comparison.Comparison.Badge, document.Badge);
        Assert.Equal(comparison.Comparison.Reasons.Select(r => r.Code).Distinct(), document.Reasons.Select(r => r.Code));
        Assert.Equal([CoreReasonCode.TooFewQuestions, CoreReasonCode.TooFewThemes], document.LeftOut.Select(r => r.Code));
        Assert.Equal((5, 12), (document.LeftOut[0].Count!.Value, document.LeftOut[0].Needed!.Value));
        Assert.Equal(comparison.Patterns.Where(p => p.IsStrength || p.IsWeakness).Select(p => (p.Question, p.IsStrength, p.Countries)), document.Patterns.Select(p => (p.Question, p.IsStrength, p.Of)));
        Assert.Equal(comparison.PeersOf(comparison.Chosen[0]).Select(p => (p.Country, p.Rounded, p.Common)), document.Peers.Single(p => p.Country == "serbia").Peers.Select(p => (p.Country, p.Distance, p.Common)));
        Assert.Equal(comparison.GapsOf(comparison.Chosen[2]).Select(g => (g.Question, g.Why, g.Others)), document.Gaps.Single(g => g.Country == "uzbekistan").Gaps.Select(g => (g.Question, g.Why, g.Others)));
        Assert.DoesNotContain(document.Themes.SelectMany(t => t.Questions).SelectMany(q => q.Cells), c => c.Country == "uzbekistan");
    }

    [Fact]
    public void Terms_SayInstrumentRoundAgreementDateAndWhatIsHidden()
    {
        var comparison = SampleComparison.Of(SampleComparison.Country("serbia", "RS"), SampleComparison.Silent("peru", "PE"));

        var document = ComparisonReportBuilder.Build(comparison, [], group: null, Hub, "ko");

        var terms = document.Countries[0].Terms!;
        var figures = comparison.Chosen[0].Latest!.Figures;
        Assert.Equal((figures.Instrument, figures.InstrumentHash, figures.MappingVersion, figures.Round, figures.Stage, figures.Agencies), (terms.Instrument, terms.Hash, terms.Mapping, terms.Round, terms.Stage, terms.Agencies));
        Assert.Equal((SampleComparison.Agreement, SharingLevel.National, 2), (terms.Agreement!.Number, terms.Level, terms.Version));
        Assert.Equal((SampleComparison.PublishedOn, "2025", 100m, 18), (terms.DataOn, terms.Before, terms.Verified, terms.Shown));
        Assert.Equal(new BriefSuppression(5, 3), terms.Suppression);
        Assert.Null(document.Countries[1].Terms);
        Assert.Equal((SampleComparison.PublishedOn, "ko-KR", "공통 핵심 문항 2026"), (document.IssuedOn, document.Locale, document.Core.Title));
    }

    [Fact]
    public void NothingComparable_LeavesReasonsAndGaps()
    {
        var document = ComparisonReportBuilder.Build(SampleComparison.Of(SampleComparison.Country("serbia", "RS")), [], group: null, Hub, "en");

        Assert.Equal((CoreBadge.NotComparable, CoreReasonCode.TooFewCountries), (document.Badge, document.Reasons.Single().Code));
        Assert.True(document is { Themes: [], Patterns: [], Peers: [], Notes: [], Gaps: [_] });
    }

    [Fact]
    public void Only_IsOneThemeOrQuestion_AndNoneWhereNothingMayBeCompared()
    {
        var document = ComparisonReportBuilder.Build(SampleComparison.Of(SampleComparison.Country("serbia", "RS"), SampleComparison.Country("uzbekistan", "UZ")), [], group: null, Hub, "en");

        Assert.Equal(["C1", "C2", "C3"], document.Only("T1", null)!.Themes.Single().Questions.Select(q => q.Code));
        Assert.Equal("C4", document.Only("T1", "C4")!.Themes.Single().Questions.Single().Code);
        Assert.All([document.Only(null, null), document.Only("T9", null), document.Only(null, "C21"), document.Only(null, "C7")], Assert.Null);
    }

    [Fact]
    public void Series_IsEachComparedCountryBesideItself_WithItsTerms_BrokenWhereItWasMeasuredOtherwise()
    {
        var (serbia, tunisia, peru) = (SampleComparison.Country("serbia", "RS", hidden: "C2"), SampleComparison.Country("tunisia", "TN"), SampleComparison.Country("peru", "PE"));
        var comparison = SampleComparison.Of(serbia, tunisia with { Rounds = [SampleComparison.Country("tunisia", "TN", instrument: "spbe-2020").Rounds[0], tunisia.Rounds[1]] }, peru with { Rounds = [peru.Rounds[1]] });

        var series = ComparisonReportBuilder.Build(comparison, [], group: null, Hub, "en").Series!;

        Assert.Equal((10, false, "peru"), (series.Most, series.IsCut, Assert.Single(series.OneRound)));
        Assert.Equal([("serbia", "2025", false, "dgcc-2026"), ("serbia", "2026", false, "dgcc-2026"), ("tunisia", "2025", false, "spbe-2020"), ("tunisia", "2026", true, "dgcc-2026")], series.Rounds.Select(r => (r.Country, r.Round, r.Breaks, r.Instrument)));
        Assert.All(series.Rounds, r => Assert.Equal((20, 100m, 1, 64), (r.Points.Count, r.Verified, r.Mapping, r.Hash.Length)));
        Assert.Equal(30, series.Rounds[1].Points[1].Answered);
        Assert.Equal([null, 6, 12], series.Rounds[1].Points[1].Counts);
        Assert.Equal((null, 0), (series.Rounds[1].Points[6].Answered, series.Rounds[1].Points[6].Counts.Count));
        var table = SeriesTable.Of(comparison);
        var rows = table.Rows.ToBlockingEnumerable().Where(r => r is ["C2", _, "RS", "2026", ..]).ToList();
        Assert.Equal([false, CoreAvailability.Shown, 30, 30, null, 6, 12], Assert.Single(rows)[4..11]);
        Assert.Equal(4 * 20, table.Rows.ToBlockingEnumerable().Count());
    }

    [Fact]
    public void Series_OfManyCountries_HasTheLatestRoundsOfEach_AndSaysSo()
    {
        var countries = Enumerable.Range(0, 10).Select(i => SampleComparison.Country($"country-{i}", "RS")).Select(c => c with { Rounds = [.. Enumerable.Range(0, 4).SelectMany(_ => c.Rounds)] }).ToList();

        var series = ComparisonReportBuilder.Build(SampleComparison.Of(countries), [], group: null, Hub, "en").Series!;

        Assert.Equal((6, true, 60), (series.Most, series.IsCut, series.Rounds.Count));
        Assert.Null(ComparisonReportBuilder.Build(SampleComparison.Of([.. countries.Take(2).Select(c => c with { Rounds = [c.Rounds[0]] })]), [], group: null, Hub, "en").Series);
    }

    [Fact]
    public void Advice_IsTheTextInTheLanguageOfThePaper_ElseInItsOwn_WithTheVersionItStandsIn()
    {
        var (serbia, kenya) = (SampleComparison.Country("serbia", "RS", questions: 15), SampleComparison.Country("kenya", "KE"));
        var comparison = SampleComparison.Of(serbia, SampleComparison.Country("uzbekistan", "UZ")) with { Partners = [serbia.Partner, SampleComparison.Partner("uzbekistan", "UZ", ("en", "Uzbekistan")), kenya.Partner] };
        ShownPractice Told(params (string Language, string Text)[] texts) => new(kenya.Latest!.Source, "C19", "ict", LocalizedText.Of(("sw", "Wizara"), ("en", "Ministry")), LocalizedText.Of(texts));

        var document = ComparisonReportBuilder.Build(comparison, [Told(("en", "One office."), ("ko", "한 부서.")), Told(("sw", "Ofisi moja."))], group: null, Hub, "ko");

        var advice = Assert.Single(document.Advice);
        Assert.Equal(("C19", ShippedCore.Document.TextsIn("ko").Name("C19")), (advice.Question, advice.Name));
        Assert.Contains("serbia", advice.Gaps);
        Assert.Equal([("ko", "한 부서."), ("sw", "Ofisi moja.")], advice.Practices.Select(p => (p.Language, p.Text)));
        Assert.All(advice.Practices, p => Assert.Equal(("kenya", "KE", "Ministry", "2026", 2, SampleComparison.PublishedOn, SampleComparison.Agreement), (p.Partner, p.Country.Code, p.Agency, p.Round, p.Version, p.DataOn, p.Agreement!.Number)));
    }

    [Fact]
    public void Group_IsNamedAsItsGovernmentNamesIt()
    {
        var comparison = SampleComparison.Of(SampleComparison.Country("serbia", "RS", group: "ministry"), SampleComparison.Country("uzbekistan", "UZ", group: "ministry"));

        Assert.Equal("Ministries", ComparisonReportBuilder.Build(comparison, [], "ministry", Hub, "en").Group);
    }

    [Fact]
    public void Languages_AreKoreanEnglishAndThoseOfThePartnersThatThePressHasWordsFor()
    {
        var tunisia = SampleComparison.Partner("tunisia", "TN", ("ar", "تونس"), ("fr", "Tunisie"));
        var indonesia = SampleComparison.Partner("indonesia", "ID", ("id", "Indonesia"), ("fr", "Indonésie"));

        Assert.Equal(["ko", "en", "ar", "fr", "id"], BriefLanguages.Of(tunisia, indonesia));
        Assert.Equal(["ko", "en"], BriefLanguages.Of(SampleComparison.Partner("serbia", "RS", ("sr-Latn", "Srbija"))));
    }
}
