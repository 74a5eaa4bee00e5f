using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Payload;
using DgccAssess.Core.Features.Sharing.Publishing;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Sharing;

/// <summary>A nation of 40 agencies in two groups and two regions with a published round, and the hub of its installation.</summary>
internal sealed class SharingScene(TestSpace space, TestSpace hub)
{
    public const string Round = "2026";

    public TestSpace Space { get; } = space;
    public TestSpace Hub { get; } = hub;
    public string Partner => Space.Space.Id;

    /// <summary>Ministries are at level 4, three of them at 2; regencies at 2, seven of them at 3; one regency did not consent.</summary>
    public static IReadOnlyList<AgencyToPublish> Agencies { get; } =
    [
        .. Enumerable.Range(1, 20).Select(i => new AgencyToPublish($"zz-ministry-{i:00}", "ministry", i <= 3 ? 2 : 4) { Region = i % 2 == 0 ? "java" : "bali" }),
        .. Enumerable.Range(1, 20).Select(i => new AgencyToPublish($"zz-regency-{i:00}", "regency", i <= 7 ? 3 : 2) { Region = i % 2 == 0 ? "java" : "bali", Consent = i != 20 }),
    ];

    public static async Task<SharingScene> OpenAsync(TestApp app, bool isPublished = true)
    {
        var space = await app.CreateSpaceAsync();
        await space.PublishRoundAsync(Round, Agencies);
        if (isPublished) Assert.True((await space.PublishNationalAsync(Round)).Succeeded);
        return new SharingScene(space, await app.HubAsync());
    }

    public Task<SharedPayload> PayloadAsync(SharingLevel level) => Space.RunAsync(async services => (await services.GetRequiredService<BuildPayload>().HandleAsync(Round, level, default))!);

    public Task<int> AgreeAsync(SharingLevel level, DateOnly? startsOn = null, DateOnly? endsOn = null) => Space.AgreeAsync(Round, level, startsOn, endsOn);

    public async Task SettleAsync()
    {
        await Space.RunAsync(services => services.GetRequiredService<SettleRounds>().HandleAsync(default));
        await Space.RunDueJobsAsync();
    }

    public Task<IReadOnlyList<SharedRound>> InForceAsync() => InHubAsync(services => services.GetRequiredService<ReadShared>().InForceAsync(Partner, default));

    public Task<IReadOnlyList<SharedRound>> HistoryAsync() => InHubAsync(services => services.GetRequiredService<ReadShared>().HistoryAsync(Partner, default));

    public Task<T> InHubAsync<T>(Func<IServiceProvider, Task<T>> work) => Hub.RunAsync(work);

    /// <summary>Every text of the hub's database that speaks of this partner, as somebody with the file in hand would read it.</summary>
    public Task<string> HubDatabaseAsync() => InHubAsync(async services =>
    {
        var db = services.GetRequiredService<HubDbContext>();
        var snapshots = await db.SharedSnapshots.AsNoTracking().Where(s => s.PartnerId == Partner).ToListAsync();
        var slices = await db.SharedCoreSlices.AsNoTracking().Where(s => db.SharedSnapshots.Any(of => of.Id == s.SnapshotId && of.PartnerId == Partner)).ToListAsync();
        var practices = await db.SharedPracticeSlices.AsNoTracking().Where(s => db.SharedSnapshots.Any(of => of.Id == s.SnapshotId && of.PartnerId == Partner)).ToListAsync();
        var receipts = await db.SharingReceipts.AsNoTracking().Where(r => r.PartnerId == Partner).ToListAsync();
        var events = await db.AuditEvents.AsNoTracking().Where(e => e.Details.Contains(Partner)).ToListAsync();
        var outbox = await db.Outbox.AsNoTracking().ToListAsync();
        return string.Join('\n', [.. snapshots.Select(s => System.Text.Json.JsonSerializer.Serialize(s)), .. slices.Select(s => s.Names.ToJson() + s.Figures), .. practices.Select(s => s.Names.ToJson() + s.Texts.ToJson()), .. receipts.Select(r => r.Envelope), .. events.Select(e => e.Details), .. outbox.Select(o => o.Arguments)]);
    });
}
