using DgccAssess.Core.Data;
using DgccAssess.Core.Tenancy;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DgccAssess.Tests.Data;

/// <summary>Contexts are used again, and the embedded database's statements with them: nothing of one use may be seen in the next, nor of one space in another.</summary>
public sealed class SpacePoolTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Context_LeftInTheMiddleOfATransaction_StartsCleanForTheNext(DatabaseProvider provider)
    {
        var space = await SpaceAsync(provider);
        var databases = space.App.Services.GetRequiredService<SpaceDatabases>();
        int before;

        await using (var db = databases.OpenTenant(space.Space))
        {
            before = await db.Agencies.CountAsync();
            await db.Database.BeginTransactionAsync();
            await db.Agencies.Where(a => a.Code == "kemenko-perekonomian").ExecuteDeleteAsync();
            db.Remove(await db.Agencies.FirstAsync());
        }

        await using (var db = databases.OpenTenant(space.Space))
        {
            Assert.Null(db.Database.CurrentTransaction);
            Assert.Empty(db.ChangeTracker.Entries());
            Assert.Equal(before, await db.Agencies.CountAsync());
        }
    }

    [Theory, Databases]
    public async Task Scopes_ManyAtOnce_NeverShareAContextAndStayInTheirSpace(DatabaseProvider provider)
    {
        var app = apps.On(provider);
        TestSpace[] spaces = [await app.CreateSpaceAsync(), await app.CreateSpaceAsync()];

        for (var round = 0; round < 5; round++)
        {
            var open = new System.Collections.Concurrent.ConcurrentBag<SpaceDbContext>();
            var together = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var scopes = Enumerable.Range(0, 8).Select(i => spaces[i % 2]).Select(space => space.RunAsync(async services =>
            {
                var general = services.GetRequiredService<SpaceDbContext>();
                Assert.Same(services.GetRequiredService<TenantDbContext>(), general);
                open.Add(general);
                if (open.Count == 8) together.TrySetResult();
                await together.Task.WaitAsync(TimeSpan.FromSeconds(30));
                Assert.Equal(space.Space.Id, general.Space.Id);
                Assert.Equal(space.Space.Id, await general.SpaceMarkers.Select(m => m.SpaceId).SingleAsync());
            }));
            await Task.WhenAll(scopes);
            Assert.Equal(8, open.Distinct().Count());
        }
    }

    [Theory, Databases]
    public async Task Statement_AskedAgain_SeesWhatWasWrittenBetween(DatabaseProvider provider)
    {
        var space = await SpaceAsync(provider);
        await using var db = space.App.Services.GetRequiredService<SpaceDatabases>().OpenTenant(space.Space);
        var code = await db.Agencies.Select(a => a.Code).OrderBy(c => c).FirstAsync();

        foreach (var synthetic in new[] { true, false, true })
        {
            await db.Agencies.Where(a => a.Code == code).ExecuteUpdateAsync(set => set.SetProperty(a => a.Synthetic, synthetic));
            Assert.Equal(synthetic, await SyntheticAsync(code));
        }

        Assert.Null(await SyntheticAsync("nobody"));

        async Task<bool?> SyntheticAsync(string asked) => await db.Agencies.Where(a => a.Code == asked).Select(a => (bool?)a.Synthetic).FirstOrDefaultAsync();
    }

    [Theory, Databases]
    public async Task Statements_MoreThanAreKept_AllAnswer(DatabaseProvider provider)
    {
        var space = await SpaceAsync(provider);
        await using var db = space.App.Services.GetRequiredService<SpaceDatabases>().OpenTenant(space.Space);
        var all = await db.Agencies.CountAsync();

        for (var turn = 0; turn < 2; turn++)
        {
            // The constant is part of each statement's text.
            for (var i = 0; i < 80; i++) Assert.Equal(all, (await db.Agencies.Where(a => a.Code != EF.Constant($"nobody-{i}")).ToListAsync()).Count);
        }
    }

    [Fact]
    public async Task Statement_AskedWhileItsRowsAreRead_HasRowsOfItsOwn()
    {
        var space = await SpaceAsync(DatabaseProvider.Sqlite);
        await using var db = space.App.Services.GetRequiredService<SpaceDatabases>().OpenTenant(space.Space);
        var codes = await db.Agencies.OrderBy(a => a.Code).Select(a => a.Code).ToListAsync();

        var outer = new List<string>();
        await foreach (var code in Codes(db))
        {
            outer.Add(code);
            Assert.Equal(codes, await Codes(db).ToListAsync());
        }

        Assert.Equal(codes, outer);

        static IAsyncEnumerable<string> Codes(TenantDbContext db) => db.Agencies.OrderBy(a => a.Code).Select(a => a.Code).AsAsyncEnumerable();
    }

    [Theory, Databases]
    public async Task Context_OfAnotherSpaceThanItsPool_IsNotHandedOut(DatabaseProvider provider)
    {
        var app = apps.On(provider);
        var space = await app.CreateSpaceAsync();

        await using var db = app.Services.GetRequiredService<SpaceDatabases>().OpenTenant(space.Space);

        Assert.Throws<InvalidOperationException>(() => app.Services.GetRequiredService<SpaceDatabases>().OpenTenant(space.Space with { Kind = SpaceKind.Hub }));
        Assert.Equal(space.Space.Id, db.Space.Id);
    }

    [Fact]
    public async Task Pools_OfMoreSpacesThanAreKept_AreLetGoUnlessInUse()
    {
        var app = apps.On(DatabaseProvider.Sqlite);
        var spaces = new List<TestSpace>();
        for (var i = 0; i < 4; i++) spaces.Add(await app.CreateSpaceAsync());
        var options = app.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value with { KeptTenants = 2 };
        using var databases = new SpaceDatabases(Options.Create(options), NullLoggerFactory.Instance);

        await using var held = databases.OpenTenant(spaces[0].Space);
        var connections = new List<System.Data.Common.DbConnection>();
        for (var turn = 0; turn < 2; turn++)
        {
            foreach (var space in spaces)
            {
                await using var db = databases.OpenTenant(space.Space);
                Assert.Equal(space.Space.Id, await db.SpaceMarkers.Select(m => m.SpaceId).SingleAsync());
                connections.Add(db.Database.GetDbConnection());
            }
        }

        Assert.Equal(spaces[0].Space.Id, await held.SpaceMarkers.Select(m => m.SpaceId).SingleAsync());
        // The held space's and the last one's; those of the spaces between are closed.
        Assert.Equal([0, 4, 7], connections.Index().Where(c => c.Item.State is System.Data.ConnectionState.Open).Select(c => c.Index));
    }

    [Fact]
    public async Task Pools_OpenedAndLetGoByManyAtOnce_AllAnswer()
    {
        var app = apps.On(DatabaseProvider.Sqlite);
        var spaces = new List<TestSpace>();
        for (var i = 0; i < 6; i++) spaces.Add(await app.CreateSpaceAsync());
        var options = app.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value with { KeptTenants = 1 };
        using var databases = new SpaceDatabases(Options.Create(options), NullLoggerFactory.Instance);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            for (var turn = 0; turn < 60; turn++)
            {
                var space = spaces[((worker * 7) + turn) % spaces.Count].Space;
                await using var db = databases.OpenTenant(space);
                Assert.Equal(space.Id, await db.SpaceMarkers.Select(m => m.SpaceId).SingleAsync());
            }
        })));
    }

    private async Task<TestSpace> SpaceAsync(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        foreach (var code in new[] { "kemenko-perekonomian", "kemenkeu", "bappenas" }) await space.CreateAgencyAsync(code);
        return space;
    }
}
