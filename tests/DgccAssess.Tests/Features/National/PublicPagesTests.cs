using System.Net;
using System.Text;
using System.Text.Json;
using DgccAssess.Core.Data;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Press;
using DgccAssess.Web.Features.National;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace DgccAssess.Tests.Features.National;

public sealed class PublicPagesTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Public_SeesTheNamedOnlyAndFindsThem(DatabaseProvider provider)
    {
        var space = await SmallNation.BuildAsync(apps.On(provider));
        await space.PublishNationalAsync("2022");
        using var browser = space.Anonymous();

        var page = await browser.GetAsync("/results/2022");
        Assert.Equal(["kemenkeu", "kemendagri", "kab-b", "kota-c"], Agencies(page));
        Assert.DoesNotContain("kab-a", page.Text, StringComparison.Ordinal);
        Assert.Contains("not named: 2", page.Document.QuerySelector("#unnamed")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["kota-c"], Agencies(await browser.GetAsync("/results/2022?text=kota")));
        Assert.Equal(["kemenkeu", "kemendagri"], Agencies(await browser.GetAsync("/results/2022?group=ministry")));
        Assert.Null(page.Document.QuerySelector("form[method=post], input[name=__RequestVerificationToken], style"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/results/2022/agencies/kemenkeu")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/results/2022/agencies/kab-a")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync($"/results/2022?text={new string('x', 101)}")).Status);
    }

    [Fact]
    public async Task Public_SpeaksTheLanguageOfTheAddressAndKeepsIt()
    {
        var space = await SmallNation.BuildAsync(apps.On(DatabaseProvider.Sqlite));
        await space.PublishNationalAsync("2022");
        using var browser = space.Anonymous();
        var page = await browser.GetAsync("/results/2022?language=fr");

        Assert.Equal("fr", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.All(page.Document.QuerySelectorAll("#ranking a"), a => Assert.EndsWith("?language=fr", a.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Equal("en", (await browser.GetAsync("/results/2022?language=xx")).Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Downloads_HoldTheRankingAndNoFormula()
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        await space.PublishRoundAsync("2022", [new("=cmd", "city", 3) { Synthetic = true }, new("kota-b", "city", 1), new("hidden", "city", 5) { Consent = false }]);
        await space.PublishNationalAsync("2022");
        using var browser = space.Anonymous();

        var plain = await browser.Client.GetByteArrayAsync(browser.Absolute("/results/2022/ranking.csv"));
        var marked = await browser.Client.GetByteArrayAsync(browser.Absolute("/results/2022/ranking.csv?bom=1"));
        Assert.Equal(Encoding.UTF8.Preamble.ToArray().Concat(plain), marked);
        var lines = Encoding.UTF8.GetString(plain).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("rank,group_rank,code,name,group,region,index,exact,predicate,change,synthetic,D1,A1", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("1,1,\"'=cmd\",Agency =cmd,city,,3.00,3,good,,true,", lines[1], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);

        using var json = JsonDocument.Parse(await browser.Client.GetStringAsync(browser.Absolute("/results/2022/ranking.json")));
        Assert.Equal([("=cmd", 1), ("kota-b", 2)], json.RootElement.GetProperty("agencies").EnumerateArray().Select(a => (a.GetProperty("code").GetString(), a.GetProperty("rank").GetInt32())));
        Assert.DoesNotContain("hidden", json.RootElement.GetRawText(), StringComparison.Ordinal);
        Assert.NotNull((await browser.GetAsync("/results/2022")).Document.QuerySelector("#synthetic"));
        Assert.NotNull((await browser.GetAsync("/results")).Document.QuerySelector("#synthetic"));
    }

    [Fact]
    public async Task Workbook_HoldsWhatTheCsvHolds()
    {
        var space = await SmallNation.BuildAsync(apps.On(DatabaseProvider.Sqlite));
        await space.PublishNationalAsync("2022");
        using var browser = space.Anonymous();

        using var book = new MemoryStream(await browser.Client.GetByteArrayAsync(browser.Absolute("/results/2022/ranking.xlsx")));
        var rows = book.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        var csv = (await browser.Client.GetStringAsync(browser.Absolute("/results/2022/ranking.csv"))).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(csv[0].Split(','), rows[0].Keys);
        Assert.Equal(csv.Skip(1).Select(line => line.Split(',')[2]), rows.Select(r => r["code"]));
        Assert.All(rows, r => Assert.IsType<double>(r["index"]));
    }

    [Theory]
    [InlineData("en", "ua1")]
    [InlineData("ar", "a2a")]
    public async Task Report_ForEverybody_NamesNobodyWithoutConsentAndIssuesNoNumber(string language, string standard)
    {
        var space = await SmallNation.BuildAsync(apps.On(DatabaseProvider.Sqlite));
        await space.PublishNationalAsync("2022");
        using var browser = space.Anonymous();
        var address = browser.Absolute($"/results/2022/report.pdf?language={language}&standard={standard}");

        var bytes = await browser.Client.GetByteArrayAsync(address);
        var report = PdfFile.Read(bytes);
        Assert.True(report.Tagged && report.Language!.StartsWith(language, StringComparison.Ordinal), report.Language);
        foreach (var named in new[] { "kemenkeu", "kemendagri", "kab-b", "kota-c" }) Assert.Contains(named, report.Letters, StringComparison.Ordinal);
        Assert.DoesNotContain("kab-a", report.Letters, StringComparison.Ordinal);
        Assert.Equal(bytes, await browser.Client.GetByteArrayAsync(address));
        Assert.Equal(0, await space.ReadAsync(db => db.IssuedPapers.CountAsync()));
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync("/results/2022/report.pdf?standard=x")).Status);
    }

    [Fact]
    public async Task Address_ThatAsksWithoutEnd_IsToldToWait()
    {
        var space = await SmallNation.BuildAsync(apps.On(DatabaseProvider.Sqlite));
        var limits = space.App.Services.GetRequiredService<PublicLimits>();
        using var browser = space.Anonymous();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/results")).Status);

        // The test's client has no address.
        while (limits.Count(space.Space.Id, "") is null) { }

        var refused = await browser.GetAsync("/results");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.NotNull(refused.Response.Headers.RetryAfter);
    }

    private static string[] Agencies(TestPage page) => [.. page.Document.QuerySelectorAll("#ranking tbody th a").Select(a => a.TextContent.Replace("Agency ", "", StringComparison.Ordinal))];
}
