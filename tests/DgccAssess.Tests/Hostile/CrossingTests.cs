using System.Net;
using System.Net.Http.Headers;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Architecture;
using DgccAssess.Tests.Features.Evidence;
using DgccAssess.Web.Infrastructure;

namespace DgccAssess.Tests.Hostile;

/// <summary>What is kept, named or tagged in one space, asked for in another: files, entity tags, links of mails, cookies.</summary>
public sealed class CrossingTests(TestApps apps)
{
    [Theory, Databases]
    public async Task EvidenceName_ThatClimbs_StaysInItsSpace(DatabaseProvider provider)
    {
        var app = apps.On(provider);
        using var there = await EvidenceScene.OpenAsync(app);
        using var here = await EvidenceScene.OpenAsync(app);
        string[] names = [$"../{there.Space.Space.Id}/a.pdf", $"..\\..\\{there.Space.Space.Id}\\b.pdf", $"%2e%2e%2f{there.Space.Space.Id}%2fc.pdf", "/etc/cron.d/d.pdf", $"....//....//{there.Space.Space.Id}/e.pdf"];

        for (var i = 0; i < names.Length; i++) Assert.Equal(HttpStatusCode.Redirect, (await here.UploadAsync(names[i], [.. SampleFiles.Pdf, (byte)('a' + i), .. "\n%%EOF"u8])).Status);

        Assert.Equal(names.Length, here.Files.Length);
        Assert.Empty(there.Files);
        Assert.All(await here.ItemsAsync(), i => Assert.DoesNotContain('/', i.Name));
    }

    [Theory, Databases]
    public async Task Evidence_OfA_AtB_IsNotFound_WhateverTagOrRangeIsSent(DatabaseProvider provider)
    {
        var app = apps.On(provider);
        using var a = await EvidenceScene.OpenAsync(app);
        using var b = await EvidenceScene.OpenAsync(app);
        var (ofA, ofB) = (await a.UploadedAsync("a.pdf", SampleFiles.Pdf), await b.UploadedAsync("b.pdf", SampleFiles.Pdf));
        string Address(EvidenceScene scene, Guid item) => $"{scene.Space.Path}{EvidenceScene.Base}/evidence/{item}";

        foreach (var with in new Action<HttpRequestMessage>[] { _ => { }, r => r.Headers.IfNoneMatch.Add(new EntityTagHeaderValue($"\"{ofA.Sha256}\"")), r => r.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any), r => r.Headers.Range = new RangeHeaderValue(0, 3) })
        {
            // B's person asks for A's item at B, then at A; and at home, so that the question itself is a good one.
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(b, Address(b, ofA.Id), with));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(b, Address(a, ofA.Id), with));
            Assert.Contains(await StatusAsync(b, Address(b, ofB.Id), with), new[] { HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.PartialContent });
        }
    }

    [Theory, Databases]
    public async Task EntityTag_OfAListOfA_GivesB_ItsOwnData(DatabaseProvider provider)
    {
        var app = apps.On(provider);
        var (a, b) = (await app.CreateSpaceAsync(), await app.CreateSpaceAsync());
        await a.OpenRoundAsync("alpha");
        await b.OpenRoundAsync("beta");
        using var ofA = await a.AsAsync(await a.CreatePersonAsync(Roles.Organizer));
        using var ofB = await b.AsAsync(await b.CreatePersonAsync(Roles.Organizer));
        var tag = (await SendAsync(ofA, $"{a.Path}/api/v1/rounds", null)).Headers.ETag!;

        Assert.Equal(HttpStatusCode.NotModified, (await SendAsync(ofA, $"{a.Path}/api/v1/rounds", tag)).StatusCode);
        var answer = await SendAsync(ofB, $"{b.Path}/api/v1/rounds", tag);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Contains("beta", body, StringComparison.Ordinal);
        Assert.DoesNotContain("alpha", body, StringComparison.Ordinal);
        // A stranger learns nothing from a tag that fits.
        using var plain = app.CreateDefaultClient();
        using var stranger = new HttpRequestMessage(HttpMethod.Get, $"{a.Path}/api/v1/rounds");
        stranger.Headers.IfNoneMatch.Add(tag);
        stranger.Headers.Add("Cookie", MatrixScene.SessionOf(ofB));
        Assert.Equal(HttpStatusCode.NotFound, (await plain.SendAsync(stranger)).StatusCode);
    }

    [Theory, Databases]
    public async Task LinkOfAMail_OfA_IsOverAtB(DatabaseProvider provider)
    {
        var app = apps.On(provider);
        var (a, b) = (await app.CreateSpaceAsync(), await app.CreateSpaceAsync());
        using var administrator = await a.AsAsync(await a.CreatePersonAsync(Roles.Administrator));
        await TestSpace.InviteAsync(administrator, "dewi@agency.example", Roles.Reader);
        var link = (await a.LastMailToAsync("dewi@agency.example")).Link(a);
        using var anywhere = app.CreateDefaultClient();

        Assert.Equal(HttpStatusCode.Gone, (await anywhere.GetAsync(new Uri(b.Path + link[a.Path.Length..], UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await anywhere.GetAsync(new Uri(link, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Cookie_OfASpaceWhoseNameBeginsAlike_IsForeign()
    {
        var app = apps.On(DatabaseProvider.Sqlite);
        var space = await app.CreateSpaceAsync();
        using var plain = app.CreateDefaultClient();

        async Task<HttpStatusCode> AskAsync(string cookie)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{space.Path}/rounds");
            request.Headers.Add("Cookie", $"{cookie}=x");
            return (await plain.SendAsync(request)).StatusCode;
        }

        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(SpaceCookies.NameOf(space.Space.Id + "0")));
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(SpaceCookies.NameOf(space.Space.Id)));
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(SpaceCookies.NameOf(space.Space.Id) + "C1"));
    }

    [Fact]
    public async Task StaticFiles_AreTheSameInEverySpaceAndNothingElse()
    {
        var app = apps.On(DatabaseProvider.Sqlite);
        var (a, b) = (await app.CreateSpaceAsync(), await app.CreateSpaceAsync());
        using var plain = app.CreateDefaultClient();
        var bare = await plain.GetByteArrayAsync(new Uri("/lib/site/icon.svg", UriKind.Relative));

        foreach (var space in new[] { a, b }) Assert.Equal(bare, await plain.GetByteArrayAsync(new Uri($"{space.Path}/lib/site/icon.svg", UriKind.Relative)));
        foreach (var path in new[] { "/lib/%2e%2e/appsettings.json", "/lib/..%2fappsettings.json", $"/lib/{a.Space.Id}.db", $"/evidence/{a.Space.Id}", "/data/hub.db", "/lib/", "/appsettings.json", "/lib/site/..%5c..%5cappsettings.json" })
        {
            foreach (var prefix in new[] { "", a.Path }) Assert.Equal((prefix + path, HttpStatusCode.NotFound), (prefix + path, (await plain.GetAsync(new Uri(prefix + path, UriKind.Relative))).StatusCode));
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(EvidenceScene scene, string address, Action<HttpRequestMessage> with)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        with(request);
        // At the other space the browser would not show its cookie: here it does.
        if (!address.StartsWith(scene.Space.Path + "/", StringComparison.Ordinal)) request.Headers.Add("Cookie", MatrixScene.SessionOf(scene.Respondent));
        return (await scene.Respondent.Client.SendAsync(request)).StatusCode;
    }

    private static Task<HttpResponseMessage> SendAsync(TestBrowser browser, string address, EntityTagHeaderValue? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("application/json");
        if (tag is not null) request.Headers.IfNoneMatch.Add(tag);
        return browser.Client.SendAsync(request);
    }
}
