using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.National;

public sealed class NationalPagesTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Profile_BeforeAndAfterPublication_SaysWhichItIs(DatabaseProvider provider)
    {
        var space = await SmallNation.BuildAsync(apps.On(provider));
        using var browser = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));

        var preview = await browser.GetAsync("/rounds/2022/national");
        Assert.Contains("Provisional", preview.Document.QuerySelector(".page-meta")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2.60", preview.Document.QuerySelector(".index")!.TextContent);
        var form = await browser.GetAsync("/rounds/2022/national/publish");
        var refused = await browser.SubmitAsync(form, "main form[method=post]", ("Input.EmbargoEndsAt", "soon"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector("#error-summary a[data-field='Input.EmbargoEndsAt']"));
        var incomplete = await browser.SubmitAsync(form, "main form[method=post]");
        Assert.NotNull(incomplete.Document.QuerySelector("#error-summary a[data-field='Input.Incomplete']"));

        var published = await browser.SubmitAsync(form, "main form[method=post]", ("Input.EmbargoEndsAt", "2026-12-24T09:00"), ("Input.Incomplete", "true"));
        Assert.Contains("Version 1", published.Document.QuerySelector(".page-meta")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(new DateTime(2026, 12, 24, 2, 0, 0, DateTimeKind.Utc), (await space.ReadAsync(db => db.NationalResults.SingleAsync())).EmbargoEndsAt);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.SubmitAsync(form, "main form[method=post]", ("Input.EmbargoEndsAt", "2026-12-25T09:00"), ("Input.Incomplete", "true"))).Status);
    }

    [Fact]
    public async Task Profile_ShowsGroupsPanelGapAndBestFromTheDocument()
    {
        var space = await SmallNation.BuildAsync(apps.On(DatabaseProvider.Sqlite));
        await space.PublishNationalAsync("2022");
        using var browser = await space.AsAsync(await space.CreatePersonAsync(Roles.Auditor));
        var page = await browser.GetAsync("/rounds/2022/national");

        Assert.Equal(["All agencies", "city", "ministry", "regency"], page.Document.QuerySelectorAll("#groups tbody th").Select(c => c.TextContent.Trim()));
        Assert.Equal("1.00 2.00 3.00 3.00 4.00 2.60", string.Join(' ', page.Document.QuerySelectorAll("#groups tbody tr:first-child td[data-value]").Select(c => c.TextContent)));
        Assert.Equal(["-0.65", "+0.67"], page.Document.QuerySelectorAll("#change .delta").Select(c => c.TextContent));
        Assert.Contains("kab-a", page.Document.QuerySelector("#best")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("not public", page.Document.QuerySelector("#best")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.Document.QuerySelectorAll("figure.chart img[alt]").Length);
        Assert.Null(page.Document.QuerySelector("a[href$='/national/publish']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/rounds/2022/national/publish")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/rounds/1999/national")).Status);
    }

    [Fact]
    public async Task Ranking_OfAGroupOrASearch_ShowsThoseOnly()
    {
        var space = await SmallNation.BuildAsync(apps.On(DatabaseProvider.Sqlite));
        await space.PublishNationalAsync("2022");
        using var browser = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));

        Assert.Equal(["1", "2", "2", "4", "5"], Places(await browser.GetAsync("/rounds/2022/national/agencies")));
        Assert.Equal(["1", "2"], Places(await browser.GetAsync("/rounds/2022/national/agencies?group=regency")));
        Assert.Equal(["5"], Places(await browser.GetAsync("/rounds/2022/national/agencies?text=KOTA")));
        Assert.Contains("No agency", (await browser.GetAsync("/rounds/2022/national/agencies?group=nobody")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync($"/rounds/2022/national/agencies?text={new string('x', 101)}")).Status);
    }

    [Theory]
    [InlineData("boxes")]
    [InlineData("predicates")]
    [InlineData("trend")]
    public async Task Chart_IsAPictureThatNamesItsFigures(string chart)
    {
        var space = await SmallNation.BuildAsync(apps.On(DatabaseProvider.Sqlite));
        using var browser = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));

        var svg = await browser.Client.GetStringAsync(browser.Absolute($"/rounds/2022/national/{chart}.svg?names=full"));

        Assert.StartsWith("<svg", svg, StringComparison.Ordinal);
        Assert.Contains("spbe-2020 · 2022 · Provisional · n = 5", svg, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/rounds/2022/national/pie.svg")).Status);
    }

    private static string[] Places(TestPage page) => [.. page.Document.QuerySelectorAll("#ranking tbody td:first-child").Select(c => c.TextContent)];
}
