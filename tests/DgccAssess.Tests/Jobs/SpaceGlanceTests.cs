using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Jobs;
using DgccAssess.Core.Tenancy;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Jobs;

public sealed class SpaceGlanceTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Glance_SaysWhetherAJobIsDueNow(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var glance = space.App.Services.GetRequiredService<SpaceGlance>();
        await space.RunDueJobsAsync();
        Assert.False(await glance.AnyAsync(space.Space, DueJobs.Any));

        await AddAsync(space, dueIn: TimeSpan.FromHours(1));
        Assert.False(await glance.AnyAsync(space.Space, DueJobs.Any));

        await AddAsync(space, dueIn: TimeSpan.FromSeconds(-1));
        Assert.True(await glance.AnyAsync(space.Space, DueJobs.Any));
    }

    [Theory, Databases]
    public async Task Glance_SaysWhetherAnEventWaitsForABlock(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var glance = space.App.Services.GetRequiredService<SpaceGlance>();
        Assert.False(await glance.AnyAsync(space.Space, SealAuditEvents.Any));

        await space.RecordAsync("a");
        Assert.True(await glance.AnyAsync(space.Space, SealAuditEvents.Any));

        await space.SealAsync();

        Assert.False(await glance.AnyAsync(space.Space, SealAuditEvents.Any));
    }

    [Fact]
    public async Task Glance_AtADatabaseThatIsNotThere_LeavesTheWordToThoseWhoAskInEarnest()
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        var glance = space.App.Services.GetRequiredService<SpaceGlance>();
        var nowhere = space.Space with { Id = "nowhere", Identifier = "nowhere" };

        Assert.False(await glance.HasCurrentSchemaAsync(nowhere));
        Assert.True(await glance.AnyAsync(nowhere, DueJobs.Any));
        Assert.Equal(SchemaState.Missing, (await space.App.Services.GetRequiredService<SchemaCheck>().OfAsync(nowhere)).State);
        Assert.True(await glance.HasCurrentSchemaAsync(space.Space));
    }

    private static Task AddAsync(TestSpace space, TimeSpan dueIn) => space.ReadAsync(db =>
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        db.Outbox.Add(new OutboxRow { Id = Guid.CreateVersion7(), Job = "NoJob", Arguments = "{}", CreatedAt = now, DueAt = now + dueIn });
        return db.SaveChangesAsync();
    });
}
