using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace DgccAssess.Tests.Features.National;

/// <summary>The public sees nothing a second before the embargo ends, and everything from that second on.</summary>
public sealed class EmbargoTests(TestApps apps)
{
    private static readonly string[] Addresses =
        ["/results/2022", "/results/2022/agencies/kemenkeu", "/results/2022/ranking.csv", "/results/2022/ranking.json", "/results/2022/ranking.xlsx", "/results/2022/report.pdf", "/results/2022/boxes.svg", "/results/2022?group=city"];

    [Theory, Databases]
    public async Task Embargo_ASecondBefore_ThereIsNoTrace_AtItsEndEverythingIsThere(DatabaseProvider provider)
    {
        var (space, clock) = await OpenAsync(provider);
        await using var app = space.App;
        var ends = clock.Now.AddHours(2);
        await space.PublishNationalAsync("2022", ends.UtcDateTime);
        using var browser = space.Anonymous();

        clock.Now = ends.AddSeconds(-1);
        var before = await GetAsync(browser, "/results");
        Assert.Equal("public, max-age=1", before.Headers.CacheControl!.ToString());
        Assert.DoesNotContain("2022", await before.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // The first page not found brings a cookie with its language form.
        await GetAsync(browser, "/results/1998");
        var unheard = await GetAsync(browser, "/results/1999");
        foreach (var address in Addresses)
        {
            var hidden = await GetAsync(browser, address);
            Assert.Equal((HttpStatusCode.NotFound, true, false, null), (hidden.StatusCode, hidden.Headers.CacheControl!.NoStore, hidden.Headers.CacheControl.Public, hidden.Headers.ETag));
            Assert.Equal(Names(unheard), Names(hidden));
        }

        clock.Now = ends;
        Assert.Contains("2022", await (await GetAsync(browser, "/results")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var address in Addresses)
        {
            var open = await GetAsync(browser, address);
            Assert.Equal((HttpStatusCode.OK, "public, max-age=300"), (open.StatusCode, open.Headers.CacheControl!.ToString()));
            Assert.False(open.Headers.Contains(HeaderNames.SetCookie), address);
            Assert.Equal(HttpStatusCode.NotModified, (await GetAsync(browser, address, open.Headers.ETag!.ToString())).StatusCode);
        }

        // What was remembered of the list before is no longer true.
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(browser, "/results", before.Headers.ETag!.ToString())).StatusCode);
    }

    [Fact]
    public async Task Embargo_OfACorrection_TheFirstStandsUntilItEndsAndNoCacheKeepsItLonger()
    {
        var (space, clock) = await OpenAsync(DatabaseProvider.Sqlite);
        await using var app = space.App;
        await space.PublishNationalAsync("2022");
        clock.Now = clock.Now.AddDays(1);
        var ends = clock.Now.AddSeconds(40);
        await space.PublishNationalAsync("2022", ends.UtcDateTime, "Late figures.", version: 1);
        using var browser = space.Anonymous();

        var first = await GetAsync(browser, "/results/2022");
        Assert.Equal("public, max-age=40", first.Headers.CacheControl!.ToString());
        Assert.DoesNotContain("Late figures.", await first.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        clock.Now = ends;
        Assert.Contains("Late figures.", await (await GetAsync(browser, "/results/2022", first.Headers.ETag!.ToString())).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embargo_MovedLater_TheFirstDoesNotComeOutAtItsOldHour()
    {
        var (space, clock) = await OpenAsync(DatabaseProvider.Sqlite);
        await using var app = space.App;
        var (ends, moved) = (clock.Now.AddDays(1), clock.Now.AddDays(2));
        await space.PublishNationalAsync("2022", ends.UtcDateTime);
        await space.PublishNationalAsync("2022", moved.UtcDateTime, "The ceremony is a day later.", version: 1);
        using var browser = space.Anonymous();

        clock.Now = ends.AddHours(1);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(browser, "/results/2022")).StatusCode);
        clock.Now = moved;
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(browser, "/results/2022")).StatusCode);
    }

    private static async Task<HttpResponseMessage> GetAsync(TestBrowser browser, string address, string? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, browser.Absolute(address));
        if (known is not null) request.Headers.TryAddWithoutValidation(HeaderNames.IfNoneMatch, known);
        return await browser.Client.SendAsync(request);
    }

    private static IEnumerable<string> Names(HttpResponseMessage answer) => answer.Headers.Select(h => h.Key).Order(StringComparer.Ordinal);

    private async Task<(TestSpace Space, MovedClock Clock)> OpenAsync(DatabaseProvider provider)
    {
        var clock = new MovedClock();
        var app = new TestApp(provider, services: services => services.AddSingleton<TimeProvider>(clock), databases: apps.On(provider).Databases);
        var built = await SmallNation.BuildAsync(apps.On(provider));
        return (new TestSpace(app, built.Space), clock);
    }
}
