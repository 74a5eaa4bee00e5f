using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Features.Api;

/// <summary>How lists are paged, filtered, sorted, and in which formats they come.</summary>
public sealed class ListTests(TestApps apps)
{
    private static readonly string[] Codes = ["alpha", "beta", "delta", "epsilon", "gamma", "zeta"];

    [Theory, Databases]
    public async Task List_PagedToTheEnd_GivesEveryItemOnceInOrder(DatabaseProvider provider)
    {
        var (space, api) = await PrepareAsync(provider);
        foreach (var (sort, expected) in new[] { ("code", Codes), ("-code", [.. Codes.Reverse()]) })
        {
            List<string> found = [];
            for (var path = $"/agencies?limit=4&sort={sort}"; path is not null;)
            {
                var page = await api.GetAsync(path);
                Assert.True(page.Items.Count <= 4);
                found.AddRange(page.Each("code"));
                var link = page.Response.Headers.TryGetValues("Link", out var links) ? Assert.Single(links) : null;
                Assert.Equal(page.Json["next"] is null, link is null);
                path = link is null ? null : link[(link.IndexOf("/api/v1", StringComparison.Ordinal) + 7)..link.IndexOf('>', StringComparison.Ordinal)];
                if (link is not null) Assert.StartsWith($"<{space.Path}/api/v1/agencies?", link, StringComparison.Ordinal);
            }

            Assert.Equal(expected.AsEnumerable(), found);
        }
    }

    [Theory, Databases]
    public async Task List_WrittenToBetweenPages_NeitherRepeatsNorLeavesOut(DatabaseProvider provider)
    {
        var (space, api) = await PrepareAsync(provider);

        var first = await api.GetAsync("/agencies?limit=3");
        await space.CreateAgencyAsync("aaa");
        var second = await api.GetAsync($"/agencies?limit=3&after={first.Json["next"]}");

        Assert.Equal<string>(Codes, [.. first.Each("code"), .. second.Each("code")]);
    }

    [Theory, Databases]
    public async Task List_Filtered_GivesOnlyThose(DatabaseProvider provider)
    {
        var (space, api) = await PrepareAsync(provider);
        await space.CreateAgencyAsync("west", group: "province");

        Assert.Equal(["west"], (await api.GetAsync("/agencies?group=province")).Each("code"));
        Assert.Equal(7, (await api.GetAsync("/agencies?synthetic=false")).Items.Count);
        Assert.Empty((await api.GetAsync("/agencies?synthetic=true")).Items);
        Assert.Equal(["2022"], (await api.GetAsync("/rounds?cycleType=evaluation&instrument=spbe-2020")).Each("code"));
        Assert.Empty((await api.GetAsync("/rounds?cycleType=monitoring")).Items);
        Assert.Equal(6, (await api.GetAsync("/rounds/2022/agencies?status=answering&group=ministry")).Items.Count);
        Assert.Empty((await api.GetAsync("/rounds/2022/agencies?status=published")).Items);
    }

    [Theory]
    [InlineData("limit=0", "limit", "Api.LimitOutOfRange")]
    [InlineData("limit=201", "limit", "Api.LimitOutOfRange")]
    [InlineData("limit=x", "limit", "Api.LimitOutOfRange")]
    [InlineData("sort=name", "sort", "Api.UnknownSort")]
    [InlineData("grupo=ministry", "grupo", "Api.UnknownParameter")]
    [InlineData("group=a&group=b", "group", "Api.RepeatedParameter")]
    [InlineData("synthetic=yes", "synthetic", "Api.NotAChoice")]
    [InlineData("after=nonsense", "after", "Api.ForeignCursor")]
    [InlineData("after=WyJjb2RlIl0", "after", "Api.ForeignCursor")]
    public async Task List_UnknownOrWrongParameter_IsRefusedByName(string query, string field, string code)
    {
        var (_, api) = await PrepareAsync(DatabaseProvider.Sqlite);

        var answer = await api.GetAsync("/agencies?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("application/problem+json", answer.ContentType);
        Assert.Equal([(field, code)], answer.Errors);
    }

    [Fact]
    public async Task List_FilterTooLong_IsRefused()
    {
        var (_, api) = await PrepareAsync(DatabaseProvider.Sqlite);

        Assert.Equal([("group", "Api.TooLong")], (await api.GetAsync("/agencies?group=" + new string('x', 201))).Errors);
    }

    [Fact]
    public async Task List_CursorOfAnotherOrder_IsRefused()
    {
        var (_, api) = await PrepareAsync(DatabaseProvider.Sqlite);
        var next = (await api.GetAsync("/agencies?limit=1&sort=code")).Json["next"];

        Assert.Equal([("after", "Api.ForeignCursor")], (await api.GetAsync($"/agencies?limit=1&sort=-code&after={next}")).Errors);
    }

    [Fact]
    public async Task Problem_SpeaksTheLanguageOfTheCaller()
    {
        var (_, api) = await PrepareAsync(DatabaseProvider.Sqlite);

        var answer = await api.GetAsync("/agencies?limit=0", ("Accept-Language", "fr"));

        Assert.Equal("Donnez un nombre entier de 1 à 200.", answer.Json["detail"]!.ToString());
    }

    [Fact]
    public async Task List_AsCsv_ClosesFormulasAndHasAColumnForEachLanguage()
    {
        var (space, api) = await PrepareAsync(DatabaseProvider.Sqlite);
        await space.CreateAgencyAsync("evil", name: "=HYPERLINK(\"http://evil.example\")");

        var answer = await api.GetCsvAsync("/agencies?sort=code");

        Assert.Equal("text/csv", answer.ContentType);
        var lines = answer.Text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("code,group,region,name_en,name_id,name_ar,name_fr,synthetic", lines[0]);
        Assert.Equal(8, lines.Length);
        Assert.Equal("evil,ministry,,\"'=HYPERLINK(\"\"http://evil.example\"\")\",,,,", lines.Single(l => l.StartsWith("evil,", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/agencies", "text/html", false)]
    [InlineData("/agencies", "text/csv;q=0.5, application/json", true)]
    [InlineData("/agencies", "*/*", true)]
    [InlineData("/agencies", "application/*", true)]
    [InlineData("/agencies", "application/json;q=0, text/html", false)]
    [InlineData("/rounds/2022", "text/csv", false)]
    public async Task Accept_NothingOffered_IsNotAcceptable(string path, string accept, bool json)
    {
        var (_, api) = await PrepareAsync(DatabaseProvider.Sqlite);

        var answer = await api.GetAsync(path, ("Accept", accept));

        Assert.Equal(json ? HttpStatusCode.OK : HttpStatusCode.NotAcceptable, answer.Status);
        Assert.Equal(json ? "application/json" : "application/problem+json", answer.ContentType);
    }

    [Theory]
    [InlineData("/agencies")]
    [InlineData("/agencies/alpha")]
    [InlineData("/rounds/2022")]
    public async Task Answer_KnownAlready_IsNotSentAgain(string path)
    {
        var (_, api) = await PrepareAsync(DatabaseProvider.Sqlite);

        var first = await api.GetAsync(path);
        var again = await api.GetAsync(path, ("If-None-Match", first.Tag!));
        var csv = await api.GetAsync(path, ("Accept", "text/csv"), ("If-None-Match", first.Tag!));

        Assert.Equal(HttpStatusCode.NotModified, again.Status);
        Assert.Empty(again.Content);
        Assert.Equal(first.Tag, again.Tag);
        Assert.NotEqual(HttpStatusCode.NotModified, csv.Status);
        Assert.Contains("no-cache", first.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_ThatChanged_IsSentAgain()
    {
        var (space, api) = await PrepareAsync(DatabaseProvider.Sqlite);
        var first = await api.GetAsync("/agencies");
        await space.CreateAgencyAsync("omega");

        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/agencies", ("If-None-Match", first.Tag!))).Status);
    }

    private async Task<(TestSpace Space, ApiClient Api)> PrepareAsync(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        await space.OpenRoundAsync("2022", "spbe-2020", Codes);
        return (space, await ApiClient.OfSessionAsync(space, await space.CreatePersonAsync(Roles.Organizer)));
    }
}
