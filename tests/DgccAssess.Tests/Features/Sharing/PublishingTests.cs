using System.Text;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Publishing;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Sharing;

/// <summary>From the tenant's decision to the hub's database: once, in order, signed; and away again.</summary>
public sealed class PublishingTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Agreement_Signed_IsInTheHubAtItsLevelAndNothingElseIs(DatabaseProvider provider)
    {
        var scene = await SharingScene.OpenAsync(apps.On(provider));
        await scene.SettleAsync();
        Assert.Equal(SharingLevel.Participation, Assert.Single(await scene.InForceAsync()).Level);

        var number = await scene.AgreeAsync(SharingLevel.Areas);
        await scene.Space.RunDueJobsAsync();

        var shared = Assert.Single(await scene.InForceAsync());
        Assert.Equal((SharingLevel.Areas, number, 2), (shared.Level, shared.Agreement, shared.Number));
        Assert.NotNull(shared.Payload!.Areas);
        // With the hub's whole database in hand nobody finds an agency.
        var everything = await scene.HubDatabaseAsync();
        Assert.Contains("ministry", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("zz-", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("Agency zz", everything, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Agreement_Revoked_LeavesATombstoneAndTheDefaultLevel(DatabaseProvider provider)
    {
        var scene = await SharingScene.OpenAsync(apps.On(provider));
        var number = await scene.AgreeAsync(SharingLevel.Agencies);
        await scene.Space.RunDueJobsAsync();
        Assert.Contains("zz-ministry-01", await scene.HubDatabaseAsync(), StringComparison.Ordinal);
        if (provider is DatabaseProvider.Sqlite) Assert.True(await PayloadsInFilesAsync(scene) > 0);

        Assert.True((await scene.Space.RevokeAgreementAsync(number)).Succeeded);
        await scene.Space.RunDueJobsAsync();

        Assert.DoesNotContain("zz-", await scene.HubDatabaseAsync(), StringComparison.Ordinal);
        if (provider is DatabaseProvider.Sqlite) Assert.Equal(1, await PayloadsInFilesAsync(scene));
        Assert.Equal([(2, SharingLevel.Participation, null), (1, SharingLevel.Agencies, "Revoked")], (await scene.HistoryAsync()).Select(h => (h.Number, h.Level, h.WithdrawnBecause)));
        Assert.Null(await scene.InHubAsync(async services => (await services.GetRequiredService<ReadShared>().VersionAsync(scene.Partner, SharingScene.Round, 1, default))!.Payload));
        Assert.True(await scene.Space.ReadAsync(db => db.AuditEvents.AnyAsync(e => e.Type == nameof(Core.Features.Sharing.Agreements.AgreementRevoked))));
    }

    [Fact]
    public async Task Result_Corrected_StandsBesideTheVersionBefore()
    {
        var scene = await SharingScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        await scene.AgreeAsync(SharingLevel.National);
        await scene.Space.RunDueJobsAsync();

        await scene.Space.PublishNationalAsync(SharingScene.Round, reason: "A sum was wrong.", version: 1);
        await scene.Space.RunDueJobsAsync();

        Assert.Equal([2, 1], (await scene.HistoryAsync()).Select(h => h.Number));
        var (first, second) = (await VersionAsync(scene, 1), await VersionAsync(scene, 2));
        Assert.Equal((1, 2, "A sum was wrong."), (first.Payload!.National!.Number, second.Payload!.National!.Number, second.Payload.National.Reason));
        Assert.Equal((false, true), (first.IsInForce, second.IsInForce));
    }

    [Fact]
    public async Task Settling_Again_SaysNothingTwice()
    {
        var scene = await SharingScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        await scene.AgreeAsync(SharingLevel.Areas);
        await scene.SettleAsync();
        await scene.SettleAsync();

        Assert.Equal(1, await scene.Space.ReadAsync(db => db.SharingPublications.CountAsync()));
    }

    [Fact]
    public async Task Delivery_ConfirmedButNotNoted_IsTakenForTheSame()
    {
        var scene = await SharingScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        await scene.AgreeAsync(SharingLevel.National);
        await scene.Space.RunDueJobsAsync();

        // The process ended after the hub had it and before that was noted here.
        await scene.Space.ReadAsync(db => db.SharingPublications.ExecuteUpdateAsync(set => set.SetProperty(p => p.DeliveredAt, (DateTime?)null)));
        await scene.Space.RunAsync(services => services.GetRequiredService<DeliverSharing>().ExecuteAsync(new(0), default));

        Assert.Single(await scene.HistoryAsync());
        Assert.False(await scene.Space.ReadAsync(db => db.SharingPublications.AnyAsync(p => p.DeliveredAt == null)));
    }

    [Theory, Databases]
    public async Task Deliveries_AtTheSameInstant_AreTakenOnceEach(DatabaseProvider provider)
    {
        var scene = await SharingScene.OpenAsync(apps.On(provider));
        var number = await scene.AgreeAsync(SharingLevel.National);
        Assert.True((await scene.Space.RevokeAgreementAsync(number)).Succeeded);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => scene.Space.RunAsync(services => services.GetRequiredService<DeliverSharing>().ExecuteAsync(new(0), default)))));

        Assert.Equal([(2, SharingLevel.Participation), (1, SharingLevel.National)], (await scene.HistoryAsync()).Select(h => (h.Number, h.Level)));
        Assert.Equal([1, 2, 3], await scene.InHubAsync(services => services.GetRequiredService<HubDbContext>().SharingReceipts.Where(r => r.PartnerId == scene.Partner).OrderBy(r => r.Sequence).Select(r => r.Sequence).ToListAsync()));
    }

    [Fact]
    public async Task Hub_RefusesWhatIsOutOfOrderForeignOrChanged()
    {
        var scene = await SharingScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        await scene.AgreeAsync(SharingLevel.National);
        var said = await SignedAsync(scene);

        Assert.Equal(CountryMessages.OtherPartner, await SendAsync(scene, said, "t0"));
        Assert.Equal(CountryMessages.Unreadable, await SendAsync(scene, said with { Payload = said.Payload!.Replace("\"level\":\"National\"", "\"level\":\"Areas\"", StringComparison.Ordinal) }));
        Assert.Equal(CountryMessages.NotSigned, await SendAsync(scene, said with { Envelope = said.Envelope.Replace("To learn together.", "To sell on.", StringComparison.Ordinal) }));
        Assert.Null(await SendAsync(scene, said));
        Assert.Null(await SendAsync(scene, said));
        var other = await SharingScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        await other.AgreeAsync(SharingLevel.National);
        await other.Space.RevokeAgreementAsync(1);
        // A withdrawal before what it withdraws.
        Assert.Equal("Forbidden", await SendAsync(other, await SignedAsync(other, sequence: 2)));
        Assert.Null(await SendAsync(other, await SignedAsync(other)));
        Assert.Equal(CountryMessages.OutOfOrder, await SendAsync(other, await SignedAsync(other, sequence: 3)));
    }

    [Fact]
    public async Task Revocation_ThatWaitedWhileTheKeyWasLost_GoesWithTheSignatureOfTheNextKey()
    {
        var scene = await SharingScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        var number = await scene.AgreeAsync(SharingLevel.Areas);
        await scene.Space.RunDueJobsAsync();
        Assert.True((await scene.Space.RevokeAgreementAsync(number)).Succeeded);
        await scene.Space.RunAsync(services => services.GetRequiredService<TenantDbContext>().ResultKeys.ExecuteUpdateAsync(set => set.SetProperty(k => k.Material, new byte[] { 1 })));

        await scene.Space.RunDueJobsAsync();

        Assert.Equal(SharingLevel.Participation, Assert.Single(await scene.InForceAsync()).Level);
        var keys = await scene.Space.ReadAsync(db => db.ResultKeys.OrderBy(k => k.Number).Select(k => Convert.ToHexStringLower(k.PublicKey)).ToListAsync());
        Assert.Equal(2, keys.Count);
        Assert.Equal([keys[0], keys[1], keys[1]], await scene.InHubAsync(services => services.GetRequiredService<HubDbContext>().SharingReceipts.Where(r => r.PartnerId == scene.Partner).OrderBy(r => r.Sequence).Select(r => r.PublicKey).ToListAsync()));
    }

    [Fact]
    public async Task Agreement_WhoseLastDayIsOver_IsWithdrawnByItself()
    {
        var clock = new MovedClock();
        await using var app = new TestApp(DatabaseProvider.Sqlite, services: services => services.AddSingleton<TimeProvider>(clock));
        var scene = await SharingScene.OpenAsync(app);
        var today = DateOnly.FromDateTime(clock.Now.UtcDateTime);
        await scene.AgreeAsync(SharingLevel.Areas, today, today.AddDays(10));
        await scene.Space.RunDueJobsAsync();
        Assert.Equal(SharingLevel.Areas, Assert.Single(await scene.InForceAsync()).Level);

        // The last day ends at midnight in Jakarta, seven hours before it does in Greenwich.
        clock.Now = new DateTimeOffset(today.AddDays(11).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(7)).AddMinutes(-1);
        await scene.Space.RunDueJobsAsync();
        Assert.Equal(SharingLevel.Areas, Assert.Single(await scene.InForceAsync()).Level);
        clock.Now = clock.Now.AddMinutes(1);
        await scene.Space.RunDueJobsAsync();

        Assert.Equal(SharingLevel.Participation, Assert.Single(await scene.InForceAsync()).Level);
        Assert.Equal("Ended", (await scene.HistoryAsync()).Single(h => h.Level is SharingLevel.Areas).WithdrawnBecause);
    }

    /// <summary>How many payloads of this partner the hub's files hold, free pages and the log beside them too.</summary>
    private static Task<int> PayloadsInFilesAsync(SharingScene scene) => scene.InHubAsync(async services =>
    {
        var path = services.GetRequiredService<HubDbContext>().Database.GetDbConnection().DataSource;
        var begins = Encoding.UTF8.GetBytes($"\"partner\":\"{scene.Partner}\",\"country\":\"ID\",\"names\"");
        var found = 0;
        foreach (var file in new[] { path, path + "-wal" })
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes);
            for (var at = 0; bytes.AsSpan(at).IndexOf(begins) is >= 0 and var next; at += next + 1) found++;
        }

        return found;
    });

    private static Task<SharedRound> VersionAsync(SharingScene scene, int number) =>
        scene.InHubAsync(async services => (await services.GetRequiredService<ReadShared>().VersionAsync(scene.Partner, SharingScene.Round, number, default))!);

    private static Task<SignedPublication> SignedAsync(SharingScene scene, int sequence = 1) => scene.Space.ReadAsync(async db =>
    {
        var said = await db.SharingPublications.SingleAsync(p => p.Sequence == sequence);
        var key = await db.ResultKeys.SingleAsync(k => k.Id == said.KeyId);
        return new SignedPublication(said.Envelope, said.Payload, Convert.ToHexStringLower(key.PublicKey), Convert.ToHexStringLower(said.Signature));
    });

    /// <summary>Null: taken.</summary>
    private static Task<string?> SendAsync(SharingScene scene, SignedPublication publication, string? partner = null) => scene.InHubAsync(async services =>
    {
        var taken = await services.GetRequiredService<ReceivePublication>().HandleAsync(new(partner ?? scene.Partner, publication));
        return taken.Succeeded ? null : taken.Problems is [var first, ..] ? first.Message : taken.Kind.ToString();
    });
}
