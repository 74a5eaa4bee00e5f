using System.Net;
using AngleSharp.Dom;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Features.Egdi;

public sealed class EgdiPagesTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Table_ShowsTheEditionItsSourceAndTheTenantsCountries(DatabaseProvider provider)
    {
        var app = apps.On(provider);
        await app.CreateSpaceAsync(id => new SpaceSettings { Names = LocalizedText.Of(("en", id)), Languages = ["en"], TimeZone = "Asia/Tashkent", Country = "UZ" });
        using var staff = await StaffAsync(provider);

        var page = await staff.GetAsync("/egdi?edition=2022&text=uzb");

        Assert.Equal(["69", "Uzbekistan UZB", "0.7265", "0.7440", "0.6575", "0.7778", "High"], Cells(page, "#egdi tbody tr"));
        Assert.Contains("United Nations, E-Government Survey 2022", page.Text, StringComparison.Ordinal);
        var partner = page.Document.QuerySelectorAll("#partners tbody tr").Single(r => r.TextContent.Contains("UZB", StringComparison.Ordinal));
        Assert.Equal("87 (-6) 69 (+18) 0.7265", string.Join(' ', Words(partner)[3..8]));
    }

    [Theory]
    [InlineData("?text=Nowhere", HttpStatusCode.OK, "No state matches")]
    [InlineData("?level=Splendid", HttpStatusCode.BadRequest, "Choose a level")]
    [InlineData("?level=3", HttpStatusCode.BadRequest, "Choose a level")]
    [InlineData("?edition=2021", HttpStatusCode.NotFound, "")]
    [InlineData("?edition=soon", HttpStatusCode.NotFound, "")]
    public async Task Table_AskedOddly_AnswersInWords(string query, HttpStatusCode status, string words)
    {
        using var staff = await StaffAsync(DatabaseProvider.Sqlite);

        var page = await staff.GetAsync("/egdi" + query);

        Assert.Equal(status, page.Status);
        Assert.Contains(words, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_HoldAll193States()
    {
        using var staff = await StaffAsync(DatabaseProvider.Sqlite);

        var csv = await staff.Client.GetStringAsync(staff.Absolute("/egdi/tables/2022.csv"));
        var xlsx = await staff.Client.GetByteArrayAsync(staff.Absolute("/egdi/tables/2022.xlsx"));

        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(194, lines.Length);
        Assert.Equal("edition,version,rank,iso3,country,egdi,osi,tii,hci,epi,level", lines[0].TrimEnd());
        Assert.Contains(lines, l => l.StartsWith("2022,0,69,UZB,Uzbekistan,0.7265,0.7440,0.6575,0.7778,", StringComparison.Ordinal));
        Assert.Equal("PK"u8, xlsx.AsSpan(0, 2));
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync("/egdi/tables/2021.csv")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync("/egdi/tables/2022.pdf")).Status);
    }

    [Fact]
    public async Task Country_ShowsEveryEditionWhatMovedItAndTheBreak()
    {
        using var staff = await StaffAsync(DatabaseProvider.Sqlite);

        var page = await staff.GetAsync("/egdi/uzb");

        Assert.Equal(["2018", "2020", "2022", "2024"], page.Document.QuerySelectorAll("#history tbody tr").Select(r => Words(r)[0].TrimEnd(':')));
        Assert.Single(page.Document.QuerySelectorAll("#history .tag"));
        var rows = page.Document.QuerySelectorAll("#changes tbody tr").Select(Words).ToList();
        Assert.Equal(["2020–2022", "+0.0600", "+18", "-0.0128", "+0.0613", "+0.0115"], rows[1]);
        Assert.NotNull(page.Document.GetElementById("noise"));
        Assert.Contains("rank", page.Document.GetElementById("next")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync("/egdi/XXX")).Status);
    }

    // The same figures as the command line prints (EgdiCommandTests).
    [Theory]
    [InlineData("osi=%2B0.05", "0.7431", "63")]
    [InlineData("osi=+0.05", "0.7431", "63")]
    [InlineData("osi=%2B0,05", "0.7431", "63")]
    [InlineData("osi=%E2%88%920.05", "0.7098", "79")]
    [InlineData("osi=0.7940", "0.7431", "63")]
    [InlineData("", "0.7265", "69")]
    public async Task WhatIf_ReadsChangesAndValuesAsPeopleTypeThem(string query, string egdi, string rank)
    {
        using var staff = await StaffAsync(DatabaseProvider.Sqlite);

        var page = await staff.GetAsync($"/egdi/UZB/what-if?edition=2022&{query}");

        Assert.Equal((HttpStatusCode.OK, egdi, rank), (page.Status, page.Document.GetElementById("egdi-after")!.TextContent, page.Document.GetElementById("rank-after")!.TextContent));
        Assert.Equal(query.Length > 0, page.Document.GetElementById("share") is not null);
    }

    [Fact]
    public async Task WhatIf_SharedByItsLink_ShowsTheSameToSomebodyElse()
    {
        using var staff = await StaffAsync(DatabaseProvider.Sqlite);
        using var colleague = await StaffAsync(DatabaseProvider.Sqlite);
        var page = await staff.GetAsync("/egdi/UZB/what-if?edition=2022&osi=%2B0.05&hci=0.9&others=moving");

        var seen = await colleague.GetAsync(new Uri(page.Document.GetElementById("share")!.GetAttribute("href")!).PathAndQuery);

        Assert.Equal(Cells(page, "#scenario tbody tr"), Cells(seen, "#scenario tbody tr"));
        Assert.Equal(("+0.05", "0.9"), (seen.Value("osi"), seen.Value("hci")));
        Assert.Contains("the other states move as last time", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Had the others stayed as published", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIf_GainThatBuysNoRank_SaysSoAndWhatTheNextOneTakes()
    {
        using var staff = await StaffAsync(DatabaseProvider.Sqlite);
        var first = (await staff.GetAsync("/egdi/UZB/what-if?edition=2022")).Document.QuerySelector("#steps tbody tr")!;
        var gain = Words(first)[^1];
        var less = decimal.Parse(gain, System.Globalization.CultureInfo.InvariantCulture) - 0.0001m;

        var flat = await staff.GetAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/egdi/UZB/what-if?edition=2022&tii=%2B{less}"));
        var reached = await staff.GetAsync($"/egdi/UZB/what-if?edition=2022&tii=%2B{gain.TrimStart('+')}");

        Assert.Equal("69", flat.Document.GetElementById("rank-after")!.TextContent);
        Assert.Equal(Words(first)[0], reached.Document.GetElementById("rank-after")!.TextContent);
        Assert.Null(reached.Document.GetElementById("flat"));
        if (flat.Document.GetElementById("egdi-after")!.TextContent != "0.7265") Assert.NotNull(flat.Document.GetElementById("flat"));
    }

    [Theory]
    [InlineData("osi=much", "#osi", "is no number")]
    [InlineData("tii=%2B0.5", "#tii", "would leave 0 to 1")]
    [InlineData("hci=-1", "#hci", "would leave 0 to 1")]
    [InlineData("hci=0.12345678", "#hci", "too many decimals")]
    [InlineData("others=away", "#others", "Choose what the other states do")]
    [InlineData("edition=2018&others=moving", "#others", "the first edition")]
    public async Task WhatIf_Wrong_NamesTheFieldAndKeepsWhatWasTyped(string query, string field, string words)
    {
        using var staff = await StaffAsync(DatabaseProvider.Sqlite);

        var page = await staff.GetAsync($"/egdi/UZB/what-if?{(query.StartsWith("edition", StringComparison.Ordinal) ? "" : "edition=2022&")}{query}");

        var link = Assert.Single(page.Document.QuerySelectorAll("#error-summary a"));
        Assert.Equal((HttpStatusCode.BadRequest, field), (page.Status, link.GetAttribute("href")));
        Assert.Contains(words, link.TextContent, StringComparison.Ordinal);
        if (query.StartsWith("osi", StringComparison.Ordinal)) Assert.Equal("much", page.Value("osi"));
        Assert.Null(page.Document.GetElementById("scenario"));
    }

    [Fact]
    public async Task Pages_AreOfProgrammeStaffAndAuditorsOfTheHubAlone()
    {
        var app = apps.On(DatabaseProvider.Sqlite);
        var hub = await app.HubAsync();
        using var auditor = await hub.AsAsync(await hub.CreatePersonAsync(Roles.Auditor));
        using var operatorOfAll = await hub.AsAsync(await hub.CreatePersonAsync(Roles.Operator));

        Assert.Equal(HttpStatusCode.OK, (await auditor.GetAsync("/egdi")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync("/egdi/upload")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await operatorOfAll.GetAsync("/egdi/UZB/what-if")).Status);
    }

    private async Task<TestBrowser> StaffAsync(DatabaseProvider provider)
    {
        var hub = await apps.On(provider).HubAsync();
        return await hub.AsAsync(await hub.CreatePersonAsync(Roles.Programme));
    }

    private static string[] Words(IElement element) => element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Cells(TestPage page, string row) => page.Document.QuerySelectorAll($"{row} > *").Select(c => string.Join(' ', Words(c)));
}
