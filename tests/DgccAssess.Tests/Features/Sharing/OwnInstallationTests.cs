using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Ledger;
using DgccAssess.Core.Features.Sharing.Publishing;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.TestCommon.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Sharing;

/// <summary>Two installations with databases of their own: Korea's, a server on the net, and a partner's, which publishes to it.</summary>
public sealed class OwnInstallationTests
{
    [Theory, Databases]
    public async Task Partner_WithAnInstallationOfItsOwn_PublishesRevokesAndReadsWhoLooked(DatabaseProvider provider)
    {
        await using var korea = new TestApp(provider);
        await using var home = new TestApp(provider);
        var hub = await korea.HubAsync();
        var scene = await SharingScene.OpenAsync(home);
        await using var server = WebProcess.Start(korea.Settings);
        var address = await server.ListeningAsync();
        var client = await scene.Space.RegisterAtHubAsync(hub, address);

        var number = await scene.AgreeAsync(SharingLevel.Areas);
        await scene.Space.RunDueJobsAsync();
        var there = new SharingScene(scene.Space, hub);
        var shared = Assert.Single(await there.InForceAsync());
        Assert.Equal((SharingLevel.Areas, number), (shared.Level, shared.Agreement));
        // Nothing of it went to the hub that every installation has for itself.
        Assert.Empty(await scene.InForceAsync());

        await there.InHubAsync(async services =>
        {
            await services.GetRequiredService<NoteAccess>().HandleAsync(await there.InForceAsync(), AccessKind.Seen, "country", default);
            return true;
        });
        Assert.Equal(1, await scene.Space.RunAsync(services => services.GetRequiredService<CollectLedger>().HandleAsync(default)));

        Assert.True((await scene.Space.RevokeAgreementAsync(number)).Succeeded);
        await scene.Space.RunDueJobsAsync();
        Assert.Equal(SharingLevel.Participation, Assert.Single(await there.InForceAsync()).Level);
        await ExpectRefusalsAsync(scene, hub, client, address);
    }

    [Fact]
    public async Task Hub_ThatIsAway_IsAskedAgainUntilItIsThere()
    {
        await using var home = new TestApp(DatabaseProvider.Sqlite);
        var scene = await SharingScene.OpenAsync(home);
        // Nothing listens on the discard port of this machine.
        scene.Space.PointToHub(new HubOptions { Address = "http://127.0.0.1:9/hub", ClientId = "x", ClientSecret = "y" });
        await scene.AgreeAsync(SharingLevel.National);
        await scene.Space.RunDueJobsAsync();

        var row = await scene.Space.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync(r => r.Job == nameof(DeliverSharing)));
        Assert.Equal((Core.Jobs.JobState.Waiting, 1), (row.State, row.Attempts));
        Assert.True(await scene.Space.ReadAsync(db => db.SharingPublications.AnyAsync(p => p.DeliveredAt == null)));
        Assert.Equal(HttpStatusCode.OK, (await LedgerPageAsync(scene)).Status);
    }

    [Theory]
    [InlineData("http://hub.example.org/hub", "c", "s", "https")]
    [InlineData("https://hub.example.org/hub", null, "s", "ClientId")]
    [InlineData("https://hub.example.org/hub", "c", null, "ClientSecret")]
    [InlineData("https://hub.example.org/hub", "c", "s", null)]
    public void Settings_OfAHubElsewhere_SayWhatIsMissing(string address, string? client, string? secret, string? said)
    {
        var fault = new HubOptions { Address = address, ClientId = client, ClientSecret = secret }.Fault("serbia");
        if (said is null) Assert.Null(fault);
        else Assert.Contains(said, fault, StringComparison.Ordinal);
    }

    /// <summary>Another partner's program, a program without the scope, and nobody.</summary>
    private static async Task ExpectRefusalsAsync(SharingScene scene, TestSpace hub, TestClient client, Uri server)
    {
        var said = await scene.Space.ReadAsync(async db =>
        {
            var first = await db.SharingPublications.SingleAsync(p => p.Sequence == 1);
            return new SignedPublication(first.Envelope, first.Payload, Convert.ToHexStringLower((await db.ResultKeys.SingleAsync()).PublicKey), Convert.ToHexStringLower(first.Signature));
        });
        var foreign = await hub.CreateClientAsync(scopes: [ApiScopes.Sharing]);
        var reader = await hub.CreateClientAsync(scopes: [ApiScopes.Audit]);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(hub, client, server, said));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(hub, foreign, server, said));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(hub, reader, server, said));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(hub, null, server, said));
    }

    private static async Task<HttpStatusCode> PostAsync(TestSpace hub, TestClient? client, Uri server, SignedPublication said)
    {
        using var http = new HttpClient { BaseAddress = server };
        if (client is not null)
        {
            using var token = await hub.AskForTokenAsync(http, [("grant_type", "client_credentials"), ("client_id", client.ClientId), ("client_secret", client.Secret), ("scope", null)]);
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await token.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("access_token").GetString());
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"{hub.Path}/api/v1/sharing/publications") { Content = JsonContent.Create(said) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString("N"));
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<TestPage> LedgerPageAsync(SharingScene scene)
    {
        using var browser = await scene.Space.AsAsync(await scene.Space.CreatePersonAsync(Roles.Administrator));
        return await browser.GetAsync("/sharing/ledger");
    }
}
