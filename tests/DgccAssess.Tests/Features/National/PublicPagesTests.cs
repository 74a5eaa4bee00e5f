using System.Net;
using System.Text;
using System.Text.Json;
using DgccAssess.Core.Data;
using DgccAssess.TestCommon;

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

    private static string[] Agencies(TestPage page) => [.. page.Document.QuerySelectorAll("#ranking tbody th a").Select(a => a.TextContent.Replace("Agency ", "", StringComparison.Ordinal))];
}
