using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Audit;

public sealed class SealTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Seal_SettledEvents_AreNumberedInOrderWithoutAGap(DatabaseProvider provider)
    {
        var space = await apps.On(provider).WithThreeBlocksAsync();

        var seals = await space.ReadAsync(db => (from s in db.SealedEvents join e in db.AuditEvents on s.EventId equals e.Id orderby s.Sequence select new { s.Sequence, s.Block, e.Subject }).ToListAsync());

        Assert.Equal(Enumerable.Range(1, 7).Select(n => (long)n), seals.Select(s => s.Sequence));
        Assert.Equal([1, 1, 1, 2, 2, 2, 3], seals.Select(s => s.Block));
        Assert.Equal("abcdefg", string.Concat(seals.Select(s => s.Subject["things/".Length..])));
        Assert.Equal((3, 7L, 0), await SummaryAsync(space));
    }

    [Theory, Databases]
    public async Task Seal_EventsOfTheLastSeconds_Waits(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        await space.RecordAsync("a");

        Assert.Equal(0, await space.SealAsync(TimeSpan.FromSeconds(2)));
        Assert.Equal((0, 0L, 1), await SummaryAsync(space));
    }

    [Theory, Databases]
    public async Task Seal_AnEventCommittedLate_ComesIntoALaterBlock(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        await space.RecordAsync("first");
        await space.SealAsync();
        await space.RecordAsync(TimeSpan.FromMinutes(-3), "dated before the first");

        Assert.Equal(1, await space.SealAsync());
        Assert.Equal((2, 2L, 0), await SummaryAsync(space));
    }

    [Theory, Databases]
    public async Task Seal_MoreThanABlock_WritesSeveralAndNothingTwice(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        await space.RecordAsync([.. Enumerable.Range(0, SealAuditEvents.BlockSize + 1).Select(n => $"{n}")]);

        Assert.Equal(2, await space.SealAsync());
        Assert.Equal(0, await space.SealAsync());
        Assert.Equal((2, SealAuditEvents.BlockSize + 1L, 0), await SummaryAsync(space));
    }

    [Theory, Databases]
    public async Task Seal_ByFourAtOnce_MakesOneChain(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        const int Events = (4 * SealAuditEvents.BlockSize) + 7;
        await space.RecordAsync([.. Enumerable.Range(0, Events).Select(n => $"{n}")]);

        var written = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => space.SealAsync())));

        Assert.Equal(5, written.Sum());
        Assert.Equal((5, (long)Events, 0), await SummaryAsync(space));
    }

    [Theory, Databases]
    public async Task Trail_ChangedOrDeletedThroughTheModel_Throws(DatabaseProvider provider)
    {
        var space = await apps.On(provider).WithThreeBlocksAsync();
        await AssertRefusedAsync(space, db => db.Remove(db.AuditEvents.OrderBy(e => e.Id).First()));
        await AssertRefusedAsync(space, db => db.Remove(db.AuditBlocks.OrderBy(b => b.Number).First()));
        await AssertRefusedAsync(space, db => db.Remove(db.SealedEvents.OrderBy(s => s.Sequence).First()));
        await AssertRefusedAsync(space, db => db.Entry(db.AuditEvents.OrderBy(e => e.Id).First()).Property(e => e.Details).CurrentValue = "{}");
        await AssertRefusedAsync(space, db => db.Entry(db.AuditBlocks.OrderBy(b => b.Number).First()).Property(b => b.Hash).CurrentValue = "forged");
        await AssertRefusedAsync(space, db => db.Entry(db.SealedEvents.OrderBy(s => s.Sequence).First()).Property(s => s.Hash).CurrentValue = "forged");

        Assert.Equal((3, 7L, 0), await SummaryAsync(space));
    }

    private static async Task AssertRefusedAsync(TestSpace space, Action<TenantDbContext> change)
    {
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => space.ReadAsync(db =>
        {
            change(db);
            return db.SaveChangesAsync();
        }));
        Assert.EndsWith("is written once and never changed.", thrown.Message, StringComparison.Ordinal);
    }

    private static async Task<(int Blocks, long Events, int Unsealed)> SummaryAsync(TestSpace space)
    {
        var verified = await space.VerifyAuditAsync();
        Assert.Empty(verified.Findings);
        return (verified.Blocks, verified.Events, verified.Unsealed);
    }
}
