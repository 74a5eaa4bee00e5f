using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Ledger;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Sharing;

/// <summary>The partner reads who looked.</summary>
public sealed class LedgerTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Access_InTheHub_IsInTheLedgerOfThatPartnerOnceAndInNoOther(DatabaseProvider provider)
    {
        var (scene, other) = (await SharingScene.OpenAsync(apps.On(provider)), await SharingScene.OpenAsync(apps.On(provider)));
        var number = await scene.AgreeAsync(SharingLevel.Areas);
        await other.AgreeAsync(SharingLevel.National);
        await scene.Space.RunDueJobsAsync();
        await other.Space.RunDueJobsAsync();

        await scene.InHubAsync(async services =>
        {
            var shared = await services.GetRequiredService<ReadShared>().InForceAsync(scene.Partner, default);
            await services.GetRequiredService<NoteAccess>().HandleAsync(shared, AccessKind.Exported, "brief.pdf", default);
            return true;
        });

        Assert.Equal((1, 0, 0), (await CollectAsync(scene), await CollectAsync(scene), await CollectAsync(other)));
        var entry = await scene.Space.ReadAsync(db => db.SharingLedger.AsNoTracking().SingleAsync());
        Assert.Equal((AccessKind.Exported, "brief.pdf", SharingScene.Round, SharingLevel.Areas, number, "test"), (entry.Kind, entry.Place, entry.Round, entry.Level, entry.Agreement, entry.ByName));
    }

    private static Task<int> CollectAsync(SharingScene scene) => scene.Space.RunAsync(services => services.GetRequiredService<CollectLedger>().HandleAsync(default));
}
