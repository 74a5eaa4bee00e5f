using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Features.Papers;
using DgccAssess.Tests.Press;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Comparison;

/// <summary>The comparison on paper: what a reader's program finds in it, and that both governments can read who took it.</summary>
public sealed class ComparisonReportTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Report_InKoreanAndEnglish_HasWhatThePageShowsAndIsInTheLedger(DatabaseProvider provider)
    {
        var (app, hub) = (apps.On(provider), await apps.On(provider).HubAsync());
        var (one, two) = (await ComparisonTests.CountryAsync(app, [6, 6, 6, 6, 6]), await ComparisonTests.CountryAsync(app, [5, 5, 5, 10, 10]));
        await one.ShareRoundAsync("2027", [6, 6, 6, 6, 6]);
        using var programme = await hub.AsAsync(await hub.CreatePersonAsync(Roles.Programme));
        var query = $"countries={one.Space.Id},{two.Space.Id}";

        var links = (await programme.GetAsync($"/comparison?{query}")).Document.QuerySelectorAll("#reports a").ToDictionary(a => a.GetAttribute("hreflang")!, a => (a.GetAttribute("type"), Address: a.GetAttribute("href")!));
        using var answer = await programme.Client.GetAsync(new Uri(links["en"].Address, UriKind.Relative));
        var english = PdfFile.Read(await answer.Content.ReadAsByteArrayAsync());
        var korean = PdfFile.Read(await VerifyPageTests.FileAsync(programme, $"/comparison/report.pdf?{query}&language=ko"));

        Assert.Equal(("application/pdf", "no-store"), (answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.ToString()));
        Assert.Equal("application/pdf", links["ko"].Item1);
        Assert.All([english, korean], pdf => Assert.True(pdf.Tagged && pdf.Pages > 1 && pdf.Metadata.Contains("pdfuaid:part", StringComparison.Ordinal)));
        Assert.All(["Comparablewithcare", "14%(5)", "29%(10)", "20%(6)", "themixofagencygroupsdiffers", "dgcc-2026", "countsbelow5", "noearlierround", "Overtherounds", "Oneroundonly"], words => Assert.Contains(words, english.Letters, StringComparison.Ordinal));
        Assert.Contains("국가비교보고서", korean.Letters, StringComparison.Ordinal);
        Assert.Contains("로드맵", korean.Letters, StringComparison.Ordinal);
        Assert.Equal(("en-GB", "ko-KR"), (english.Language, korean.Language));
        var entries = await hub.RunAsync(s => s.GetRequiredService<HubDbContext>().SharedAccesses.Where(a => (a.PartnerId == one.Space.Id || a.PartnerId == two.Space.Id) && a.Kind == AccessKind.Exported).ToListAsync());
        Assert.Equal([(one.Space.Id, "2026"), (one.Space.Id, "2027"), (two.Space.Id, "2026")], entries.Select(e => (e.PartnerId, e.Round)).Distinct().Order());
        Assert.Equal(2 * 3, entries.Count);
        Assert.All(entries, e => Assert.Equal("comparison.pdf", e.Place));

        var series = (await programme.GetAsync($"/comparison/comparison.csv?{query}&part=series")).Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + (2 * 20), series.Length);
        Assert.Contains(series, line => line.StartsWith("C2,", StringComparison.Ordinal) && line.Contains(",2027,false,shown,30,30,12,6,12,dgcc-2026,", StringComparison.Ordinal));
        Assert.Equal(2, (await ComparisonTests.PlacesAsync(hub, one, two)).Count(place => place == "series.csv"));
    }

    [Fact]
    public async Task Report_OfNothingShared_InALanguageNotOffered_OrForNobody_IsRefusedAndNotNoted()
    {
        var (app, hub) = (apps.On(DatabaseProvider.Sqlite), await apps.On(DatabaseProvider.Sqlite).HubAsync());
        var (one, silent) = (await ComparisonTests.CountryAsync(app, [6, 6, 6, 6, 6]), await ComparisonTests.CountryAsync(app, [6, 6, 6, 6, 6], isApproved: false));
        using var programme = await hub.AsAsync(await hub.CreatePersonAsync(Roles.Programme));
        using var operators = await hub.AsAsync(await hub.CreatePersonAsync(Roles.Operator));
        var address = $"/comparison/report.pdf?countries={one.Space.Id}";

        var unknown = await programme.GetAsync($"{address}&language=uz");

        Assert.Equal(HttpStatusCode.BadRequest, unknown.Status);
        Assert.Contains("language", unknown.Document.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await programme.GetAsync($"/comparison/report.pdf?countries={new string('x', 501)}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await programme.GetAsync("/comparison/report.pdf")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await programme.GetAsync($"/comparison/report.pdf?countries={silent.Space.Id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await operators.GetAsync(address)).Status);
        Assert.Empty(await ComparisonTests.PlacesAsync(hub, one, silent));
    }

    [Fact]
    public async Task Report_OfWhatCannotBeCompared_SaysWhyAndPrintsNoFigure_AndTheLedgerNamesTheLatestRoundAlone()
    {
        var (app, hub) = (apps.On(DatabaseProvider.Sqlite), await apps.On(DatabaseProvider.Sqlite).HubAsync());
        var one = await ComparisonTests.CountryAsync(app, [6, 6, 6, 6, 6]);
        await one.ShareRoundAsync("2027", [6, 6, 6, 6, 6]);
        using var programme = await hub.AsAsync(await hub.CreatePersonAsync(Roles.Programme));

        var letters = PdfFile.Read(await VerifyPageTests.FileAsync(programme, $"/comparison/report.pdf?countries={one.Space.Id}")).Letters;

        Assert.Contains("Notcomparable", letters, StringComparison.Ordinal);
        Assert.Contains("Questionstoasknext", letters, StringComparison.Ordinal);
        Assert.DoesNotContain("20%(6)", letters, StringComparison.Ordinal);
        var entry = Assert.Single(await hub.RunAsync(s => s.GetRequiredService<HubDbContext>().SharedAccesses.Where(a => a.PartnerId == one.Space.Id).ToListAsync()));
        Assert.Equal(("comparison.pdf", "2027"), (entry.Place, entry.Round));
    }

    [Fact]
    public async Task Report_ThatCannotBeSet_IsNotedBefore()
    {
        using var app = new TestApp(DatabaseProvider.Sqlite, new Dictionary<string, string> { ["Press:NodePath"] = "no-such-program" });
        var hub = await app.HubAsync();
        var one = await ComparisonTests.CountryAsync(app, [6, 6, 6, 6, 6]);
        using var programme = await hub.AsAsync(await hub.CreatePersonAsync(Roles.Programme));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await programme.GetAsync($"/comparison/report.pdf?countries={one.Space.Id}&language=ko")).Status);
        Assert.Equal(["comparison.pdf"], await ComparisonTests.PlacesAsync(hub, one, one));
    }
}
