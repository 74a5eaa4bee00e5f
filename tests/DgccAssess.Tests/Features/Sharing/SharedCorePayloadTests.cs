using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Comparison;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.SharedCore;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Payload;
using DgccAssess.Scoring.SharedCore;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Sharing;

/// <summary>The shared core travels only by an approved mapping, and what is small in it is hidden too.</summary>
public sealed class SharedCorePayloadTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Core_OfAnApprovedMapping_IsSharedFromNationalFiguresOn(DatabaseProvider provider)
    {
        var scene = await SharingScene.OpenAsync(apps.On(provider));
        Assert.Null((await scene.PayloadAsync(SharingLevel.Areas)).Core);
        await ApproveAsync(scene);

        Assert.Null((await scene.PayloadAsync(SharingLevel.Participation)).Core);
        var whole = Assert.Single((await scene.PayloadAsync(SharingLevel.National)).Core!);
        Assert.Equal((null, 40, CoreStage.Final, 20), (whole.Group, whole.Agencies, whole.Stage, whole.Questions.Count));
        var question = whole.Find("C2")!;
        // 39 consented: 15 at level 2, 7 at 3, 17 at 4. Nobody is at two levels: it is said in bands, of which each is large enough.
        Assert.Equal((39, new CoreBands(15, 7, 17)), (question.Answered, question.Bands));
        Assert.All(question.Levels, level => Assert.Null(level));
        // The sum of levels beside the bands would give levels back.
        Assert.Null(question.Mean);
        Assert.Equal(["ministry", "regency"], (await scene.PayloadAsync(SharingLevel.Areas)).Core!.Select(c => c.Group).OfType<string>());

        // In the hub it stands beside the payload, for comparisons, as long as the payload does.
        var number = await scene.AgreeAsync(SharingLevel.Areas);
        await scene.Space.RunDueJobsAsync();
        var payload = await scene.PayloadAsync(SharingLevel.Areas);
        foreach (var said in payload.Core!)
        {
            var compared = Assert.Single((await CompareAsync(scene, said.Group)).Chosen);
            Assert.Equal(SharedJson.Write(said), SharedJson.Write(compared.Latest!.Figures));
        }

        var slices = await SlicesAsync(scene);
        Assert.Equal(["ministry", "regency"], slices.Select(s => s.Group).Where(g => g.Length > 0));
        Assert.All(payload.Areas!.Groups, g => Assert.Contains((g.Code, new LocalizedText(g.Names)), from s in slices select (s.Group, s.Names)));
        Assert.True((await scene.Space.RevokeAgreementAsync(number)).Succeeded);
        await scene.Space.RunDueJobsAsync();
        Assert.Empty(await SlicesAsync(scene));
        Assert.Null(Assert.Single((await CompareAsync(scene, group: null)).Chosen).Latest);
    }

    [Theory, InlineData(SharingLevel.National), InlineData(SharingLevel.Areas)]
    public async Task Core_ApprovedAfterTheFirstVersion_IsSharedBesideTheSameFigures(SharingLevel level)
    {
        var scene = await SharingScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        await scene.AgreeAsync(level);
        await scene.Space.RunDueJobsAsync();
        var before = (await scene.PayloadAsync(level)).National!;
        await ApproveAsync(scene);

        var after = await scene.PayloadAsync(level);
        Assert.Equal(before.Figures.Predicates, after.National!.Figures.Predicates);
        Assert.NotNull(after.Core);
    }

    [Fact]
    public async Task Change_SaidBefore_LeavesTheFiguresAsTheyWere()
    {
        var app = apps.On(DatabaseProvider.Sqlite);
        var space = await app.CreateSpaceAsync();
        // A third rises, a third stays, a third falls: each part is large enough to be said.
        await space.PublishRoundAsync("2025", [.. SharingScene.Agencies.Select((a, i) => a with { Level = a.Level + (i % 3) - 1 })]);
        Assert.True((await space.PublishNationalAsync("2025")).Succeeded);
        await space.PublishRoundAsync(SharingScene.Round, SharingScene.Agencies);
        Assert.True((await space.PublishNationalAsync(SharingScene.Round)).Succeeded);
        await space.ApproveCoreAsync("spbe-2020");
        var scene = new SharingScene(space, await app.HubAsync());
        var first = await scene.PayloadAsync(SharingLevel.Areas);
        Assert.NotNull(first.Core![0].Find("C2")!.Change);
        await scene.AgreeAsync(SharingLevel.Areas);

        var again = await scene.PayloadAsync(SharingLevel.Areas);

        Assert.Equal(SharedJson.Write(first), SharedJson.Write(again));
    }

    private static Task<CountryComparison> CompareAsync(SharingScene scene, string? group) =>
        scene.InHubAsync(services => services.GetRequiredService<ReadComparison>().HandleAsync([scene.Partner], group, partners => partners, default));

    private static Task<List<SharedCoreSlice>> SlicesAsync(SharingScene scene) => scene.InHubAsync(services =>
    {
        var db = services.GetRequiredService<HubDbContext>();
        return db.SharedCoreSlices.Where(s => db.SharedSnapshots.Any(of => of.Id == s.SnapshotId && of.PartnerId == scene.Partner)).OrderBy(s => s.Group).ToListAsync();
    });

    private static Task ApproveAsync(SharingScene scene) => scene.Space.RunAsync(async services =>
    {
        var approved = await services.GetRequiredService<ApproveMapping>().HandleAsync(new ApproveMappingCommand("spbe-2020", [], "en", Version: 0));
        Assert.True(approved.Succeeded, string.Join("; ", approved.Problems));
    });
}
