using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Comparison;

/// <summary>From published results of two governments to the page and file of the hub, through agreements, disclosure control and the rules of comparability.</summary>
public sealed class ComparisonTests(TestApps apps)
{
    [Theory, Databases]
    public async Task TwoCountries_StandSideBySide_WithReasonsAndTermsAndNoRanking(DatabaseProvider provider)
    {
        var (app, hub) = (apps.On(provider), await apps.On(provider).HubAsync());
        var (one, two) = (await CountryAsync(app, [6, 6, 6, 6, 6]), await CountryAsync(app, [5, 5, 5, 10, 10]));
        using var programme = await hub.AsAsync(await hub.CreatePersonAsync(Roles.Programme));

        var page = await programme.GetAsync($"/comparison?countries={one.Space.Id}&countries={two.Space.Id}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Comparable with care", page.Text, StringComparison.Ordinal);
        Assert.Contains("the mix of agency groups differs", page.Text, StringComparison.Ordinal);
        var rows = page.Document.QuerySelectorAll("table:has(#t-C2) tbody tr").ToDictionary(r => r.QuerySelector("th bdi")!.TextContent, r => string.Join('|', r.QuerySelectorAll("td").Select(d => string.Join(' ', d.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))));
        Assert.Equal("30|20% (6)|20% (6)|20% (6)|20% (6)|20% (6)|3.00|No comparable round before", rows[NameOf(one)]);
        Assert.Equal("35|14% (5)|14% (5)|14% (5)|29% (10)|29% (10)|3.43|No comparable round before", rows[NameOf(two)]);
        Assert.Contains("dgcc-2026", page.Document.QuerySelector("article:has(#t-C2) p.of")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Levels 4-5", page.Document.QuerySelector("table:has(#t-C1) thead")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mean of ten policy indicators.", page.Document.QuerySelector("table:has(#t-C1) details")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Not comparable", page.Document.QuerySelector("article[aria-labelledby='q-C7'] .tag")!.TextContent);
        Assert.DoesNotContain("rank", page.Document.QuerySelector("main")!.TextContent.Replace("There is no ranking", "", StringComparison.OrdinalIgnoreCase).Replace("there is no ranking", "", StringComparison.Ordinal).Replace("a total would rank it", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["comparison", "comparison"], await PlacesAsync(hub, one, two));
    }

    [Fact]
    public async Task File_HasEveryQuestionOfEveryCountry_AndIsNotedAsExported()
    {
        var (app, hub) = (apps.On(DatabaseProvider.Sqlite), await apps.On(DatabaseProvider.Sqlite).HubAsync());
        var (one, two) = (await CountryAsync(app, [6, 6, 6, 6, 6]), await CountryAsync(app, [5, 5, 5, 10, 10]));
        using var programme = await hub.AsAsync(await hub.CreatePersonAsync(Roles.Programme));

        var csv = (await programme.GetAsync($"/comparison/comparison.csv?countries={one.Space.Id},{two.Space.Id}")).Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var workbook = await programme.Client.GetAsync(new Uri(programme.Absolute($"/comparison/comparison.xlsx?countries={one.Space.Id},{two.Space.Id}"), UriKind.Relative));

        Assert.Equal(1 + (2 * 20), csv.Length);
        // Data date, agreement and what is hidden stand in every row.
        Assert.EndsWith(",version,sharing_level,agreement,data_as_of,threshold,hidden", csv[0], StringComparison.Ordinal);
        Assert.All(csv[1..], row => Assert.Matches(@",\d,2,1,20\d\d-\d\d-\d\dT[\d:.]+Z,5,\d+$", row));
        Assert.StartsWith("C2,T1,", csv[3], StringComparison.Ordinal);
        Assert.Contains(csv, line => line.StartsWith("C7,T2,", StringComparison.Ordinal) && line.Contains(",notMeasured,none,levels,", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, workbook.StatusCode);
        Assert.Equal(["comparison.csv", "comparison.csv", "comparison.xlsx", "comparison.xlsx"], (await PlacesAsync(hub, one, two)).Order());
    }

    [Fact]
    public async Task OneCountryOrUnapprovedMapping_IsNoComparison_ButSaysWhatIsMissing()
    {
        var (app, hub) = (apps.On(DatabaseProvider.Sqlite), await apps.On(DatabaseProvider.Sqlite).HubAsync());
        var (one, silent) = (await CountryAsync(app, [6, 6, 6, 6, 6]), await CountryAsync(app, [6, 6, 6, 6, 6], isApproved: false));
        using var programme = await hub.AsAsync(await hub.CreatePersonAsync(Roles.Programme));

        var page = await programme.GetAsync($"/comparison?countries={one.Space.Id}&countries={silent.Space.Id}&countries=nowhere");

        Assert.Contains("Choose at least two countries", page.Text, StringComparison.Ordinal);
        Assert.Contains("Shares nothing of the core.", page.Text, StringComparison.Ordinal);
        Assert.Contains("How well does the agency measure what users think of its digital services", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("table:has(#t-C2)"));
        Assert.Equal(HttpStatusCode.BadRequest, (await programme.GetAsync($"/comparison?countries={new string('x', 501)}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await programme.GetAsync("/comparison/comparison.pdf")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await programme.GetAsync("/comparison/comparison.csv?part=figures")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await programme.GetAsync("/comparison/comparison.xlsx?part=practices")).Status);
    }

    [Fact]
    public async Task Groups_ThatTwoCountriesShare_AreChosenByName()
    {
        var (app, hub) = (apps.On(DatabaseProvider.Sqlite), await apps.On(DatabaseProvider.Sqlite).HubAsync());
        var (one, two) = (await CountryAsync(app, [6, 6, 6, 6, 6], level: SharingLevel.Areas), await CountryAsync(app, [7, 7, 7, 7, 7], level: SharingLevel.Areas, names: LocalizedText.Of(("en", "Ministries"), ("ar", "الوزارات"))));
        using var programme = await hub.AsAsync(await hub.CreatePersonAsync(Roles.Programme));

        var page = await programme.GetAsync($"/comparison?countries={one.Space.Id},{two.Space.Id}&group=ministry");
        var unknown = await programme.GetAsync($"/comparison?countries={one.Space.Id},{two.Space.Id}&group=nowhere");

        Assert.Equal("Ministries", page.Document.QuerySelector("#group option[selected]")!.TextContent);
        Assert.Equal("30", page.Document.QuerySelector("table:has(#t-C2) tbody td")!.TextContent);
        Assert.Equal(["All agencies of the nation", "Ministries", "nowhere"], unknown.Document.QuerySelectorAll("#group option").Select(option => option.TextContent));
    }

    internal static async Task<TestSpace> CountryAsync(TestApp app, int[] atLevels, bool isApproved = true, SharingLevel level = SharingLevel.National, LocalizedText? names = null)
    {
        var space = await app.CreateSpaceAsync();
        if (names is not null) space = await space.WithSettingsAsync(space.Space.Settings with { AgencyGroups = [new("ministry", names)] });
        await space.ImportInstrumentAsync("dgcc-2026");
        if (isApproved) await space.ApproveCoreAsync("dgcc-2026");
        await space.ShareRoundAsync("2026", atLevels, level: level);
        return space;
    }

    private static string NameOf(TestSpace space) => space.Space.Settings.Names.Values["en"];

    internal static Task<List<string>> PlacesAsync(TestSpace hub, TestSpace one, TestSpace two) => hub.RunAsync(s =>
        s.GetRequiredService<HubDbContext>().SharedAccesses.Where(a => a.PartnerId == one.Space.Id || a.PartnerId == two.Space.Id).Select(a => a.Place).ToListAsync());
}
