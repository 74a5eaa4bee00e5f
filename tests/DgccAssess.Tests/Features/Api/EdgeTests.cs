using System.Net;
using System.Security.Cryptography;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Features.Api;

/// <summary>Who calls, how often, and what a caller is told when it goes wrong.</summary>
public sealed class EdgeTests(TestApps apps)
{
    [Fact]
    public async Task Stranger_IsChallengedInsteadOfLedToAPage()
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        using var api = ApiClient.Anonymous(space);

        var answer = await api.GetAsync("/rounds");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("Bearer", answer.Response.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Equal("application/problem+json", answer.ContentType);
    }

    [Theory]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    [InlineData("/rounds/1999", HttpStatusCode.NotFound)]
    [InlineData("/agencies/nobody", HttpStatusCode.NotFound)]
    [InlineData("/instruments/0000", HttpStatusCode.NotFound)]
    [InlineData("/rounds/1999/agencies/nobody/result", HttpStatusCode.NotFound)]
    [InlineData("/audit/events", HttpStatusCode.Forbidden)]
    public async Task Problem_IsToldAsProblemDetails(string path, HttpStatusCode status)
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        using var api = await ApiClient.OfSessionAsync(space, await space.CreatePersonAsync(Roles.Organizer));

        var answer = await api.GetAsync(path, ("Accept", "*/*"));

        Assert.Equal(status, answer.Status);
        Assert.Equal("application/problem+json", answer.ContentType);
        Assert.Equal((int)status, answer.Json["status"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("DELETE", "/rounds/2021", "GET, PATCH")]
    [InlineData("PUT", "/rounds", "GET, POST")]
    [InlineData("POST", "/rounds/2021/agencies/x", "PUT")]
    [InlineData("PATCH", "/audit/events", "GET")]
    [InlineData("OPTIONS", "/caller", "GET")]
    public async Task WrongMethod_IsToldWhichOnesThereAre(string method, string path, string allowed)
    {
        var app = apps.On(DatabaseProvider.Sqlite);
        var space = await app.CreateSpaceAsync();
        using var api = await ApiClient.OfSessionAsync(space, await space.CreatePersonAsync(Roles.Organizer));

        var answer = await api.SendAsync(HttpMethod.Parse(method), path, content: null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Equal(allowed, string.Join(", ", answer.Response.Content.Headers.Allow));
        Assert.Equal("application/problem+json", answer.ContentType);
        Assert.Equal(405, answer.Json["status"]!.GetValue<int>());
        // An address the hub hasn't got is none there, whatever the method.
        using var hub = ApiClient.Anonymous(await app.HubAsync());
        Assert.Equal(path.StartsWith("/rounds", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.MethodNotAllowed, (await hub.SendAsync(HttpMethod.Parse(method), path, content: null)).Status);
    }

    [Fact]
    public async Task Space_Unknown_IsNotFoundAsProblemDetails()
    {
        using var client = apps.On(DatabaseProvider.Sqlite).CreateDefaultClient();

        var answer = await client.GetAsync("/atlantis/api/v1/rounds");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Hub_HasTheAuditTrailAndNothingOfATenant()
    {
        var app = apps.On(DatabaseProvider.Sqlite);
        await app.HubAsync();
        using var client = app.CreateDefaultClient();

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/hub/api/v1/rounds")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/hub/api/v1/audit/events")).StatusCode);
        var contract = await client.GetStringAsync("/hub/api/v1/openapi.json");
        Assert.Contains("/api/v1/audit/events", contract, StringComparison.Ordinal);
        Assert.DoesNotContain("/api/v1/rounds", contract, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooManyRequests_AreRefusedWithTheTimeToWaitForThisCallerAlone()
    {
        using var app = new TestApp(DatabaseProvider.Sqlite, new Dictionary<string, string> { ["Api:RequestsPerMinute"] = "3" });
        var space = await app.CreateSpaceAsync();
        using var api = await ApiClient.OfSessionAsync(space, await space.CreatePersonAsync(Roles.Organizer));
        using var other = await ApiClient.OfSessionAsync(space, await space.CreatePersonAsync(Roles.Organizer));
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/rounds")).Status);

        var refused = await api.GetAsync("/rounds");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal("application/problem+json", refused.ContentType);
        Assert.True(refused.Response.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/rounds")).Status);
    }

    [Theory, Databases]
    public async Task Instrument_Fetched_IsTheBytesItsHashIsOf(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var version = await space.ImportInstrumentAsync();
        using var api = await ApiClient.OfSessionAsync(space, await space.CreatePersonAsync(Roles.Reader));

        var listed = (await api.GetAsync("/instruments?code=spbe-2020")).Items.Single()!;
        var whole = await api.GetAsync($"/instruments/{listed["hash"]}");

        Assert.Equal(version.Hash, Convert.ToHexStringLower(SHA256.HashData(whole.Content)));
        Assert.Equal($"\"{version.Hash}\"", whole.Tag);
        Assert.Equal("spbe-2020", whole.Json["code"]!.ToString());
    }

    [Theory, Databases]
    public async Task Audit_PagedAndFiltered_GivesTheEventsOfThePage(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        await space.OpenRoundAsync("2022", "spbe-2020", "alpha", "beta");
        using var api = await ApiClient.OfSessionAsync(space, await space.CreatePersonAsync(Roles.Administrator));

        var all = await api.GetAsync("/audit/events?limit=200");
        List<string> paged = [];
        for (string? after = ""; after is not null;)
        {
            var page = await api.GetAsync("/audit/events?limit=2" + (after.Length == 0 ? "" : $"&after={after}"));
            paged.AddRange(page.Each("id"));
            after = page.Json["next"]?.ToString();
        }

        Assert.Equal(all.Each("id"), paged);
        Assert.Equal(["RoundOpened"], (await api.GetAsync("/audit/events?subject=rounds/2022")).Each("type"));
        Assert.Equal("2", (await api.GetAsync("/audit/events?type=RoundOpened")).Items.Single()!["details"]!["agencies"]!.ToJsonString());
        Assert.Empty((await api.GetAsync("/audit/events?until=2020-01-01T00:00:00Z")).Items);
        Assert.Equal([("from", "Api.NoInstant")], (await api.GetAsync("/audit/events?from=yesterday")).Errors);
        Assert.Contains("RoundOpened", (await api.GetCsvAsync("/audit/events")).Text, StringComparison.Ordinal);
    }
}
