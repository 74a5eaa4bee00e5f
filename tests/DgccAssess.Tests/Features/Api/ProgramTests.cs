using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Features.Api;

/// <summary>Programs with tokens: each is let in as far as its scopes go, in its own space and nowhere else.</summary>
public sealed class ProgramTests(TestApps apps)
{
    private static readonly IReadOnlyDictionary<string, string> Opens = new Dictionary<string, string>
    {
        [ApiScopes.Rounds] = "/rounds", [ApiScopes.Agencies] = "/agencies", [ApiScopes.Instruments] = "/instruments", [ApiScopes.Results] = "/results", [ApiScopes.Awards] = "/awards", [ApiScopes.Audit] = "/audit/events",
    };

    [Theory, Databases]
    public async Task Scope_OpensItsPartAndNoOther(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        foreach (var scope in Opens.Keys)
        {
            using var api = await ApiClient.OfProgramAsync(space, scope);
            foreach (var (other, path) in Opens)
            {
                var answer = await api.GetAsync(path);
                Assert.Equal((scope, path, other == scope ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (scope, path, answer.Status));
                if (other != scope) Assert.Equal("application/problem+json", answer.ContentType);
            }
        }
    }

    [Theory, Databases]
    public async Task Rounds_AreReadWithOneScopeAndWrittenWithAnother(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var hash = (await space.ImportInstrumentAsync()).Hash;
        await space.CreateAgencyAsync("alpha");
        using var reader = await ApiClient.OfProgramAsync(space, ApiScopes.Rounds);
        using var writer = await ApiClient.OfProgramAsync(space, ApiScopes.RoundsWrite);
        using var both = await ApiClient.OfProgramAsync(space, ApiScopes.Rounds, ApiScopes.RoundsWrite);
        string Body(string code) => $$"""{"code":"{{code}}","cycleType":"monitoring","instrumentHash":"{{hash}}","agencies":["alpha"]}""";

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.WriteAsync(HttpMethod.Post, "/rounds", Body("r1"))).Status);
        Assert.Equal(HttpStatusCode.Created, (await writer.WriteAsync(HttpMethod.Post, "/rounds", Body("r2"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await writer.GetAsync("/rounds")).Status);
        var version = (await both.GetAsync("/rounds/r2")).Tag!;
        foreach (var (method, path, body) in new[] { (HttpMethod.Patch, "/rounds/r2", """{"answersDueAt":"2031-01-01T00:00:00Z"}"""), (HttpMethod.Put, "/rounds/r2/agencies/alpha", null) })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await reader.WriteAsync(method, path, body, ("If-Match", version))).Status);
            Assert.Equal(HttpStatusCode.OK, (await both.WriteAsync(method, path, body, ("If-Match", version))).Status);
        }

        Assert.Equal(["r2"], (await reader.GetAsync("/rounds")).Each("code"));
    }

    [Theory, Databases]
    public async Task Program_SeesEveryPublishedResultAndNothingElse(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var published = await space.OpenDiagnosisAsync(AgencyToAssess.Kemenko);
        await published.PublishAllAsync(published.AllAt(3));
        var open = await space.OpenDiagnosisAsync(AgencyToAssess.Commune, "2022");
        using var api = await ApiClient.OfProgramAsync(space, ApiScopes.Results);

        Assert.Equal([published.Agency], (await api.GetAsync("/results")).Each("agency"));
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync($"/rounds/2021/agencies/{published.Agency}/result")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync($"/rounds/2022/agencies/{open.Agency}/result")).Status);
    }

    [Theory, Databases]
    public async Task Token_OfAnotherSpaceOrMadeUp_IsRefusedEverywhere(DatabaseProvider provider)
    {
        var (space, other) = (await apps.On(provider).CreateSpaceAsync(), await apps.On(provider).CreateSpaceAsync());
        var foreign = await other.TokenAsync(await other.CreateClientAsync(scopes: [.. Opens.Keys]));

        foreach (var token in new[] { foreign, "made-up" })
        {
            using var api = new ApiClient(space.Bearing(token), space.Path);
            foreach (var path in Opens.Values)
            {
                var answer = await api.GetAsync(path);
                Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
                Assert.Equal("Bearer", answer.Response.Headers.WwwAuthenticate.Single().Scheme);
                Assert.Equal("application/problem+json", answer.ContentType);
            }
        }
    }
}
