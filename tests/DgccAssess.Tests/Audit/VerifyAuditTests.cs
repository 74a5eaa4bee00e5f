using DgccAssess.Cli;
using DgccAssess.Core.Data;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace DgccAssess.Tests.Audit;

/// <summary>Somebody works on the database itself, past the program.</summary>
public sealed class VerifyAuditTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Verify_AChangedEvent_NamesIt(DatabaseProvider provider)
    {
        var space = await apps.On(provider).WithThreeBlocksAsync();
        await TamperAsync(space, """UPDATE "AuditEvents" SET "ActorName" = 'Somebody else' WHERE "Subject" = 'things/e'""");

        var finding = Assert.Single((await space.VerifyAuditAsync()).Findings);
        Assert.StartsWith("event 5 (SomethingDone of ", finding, StringComparison.Ordinal);
        Assert.EndsWith(") of block 2 was changed", finding, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Verify_AnEventMovedInTime_NamesIt(DatabaseProvider provider)
    {
        var space = await apps.On(provider).WithThreeBlocksAsync();
        await TamperAsync(space, """UPDATE "AuditEvents" SET "At" = (SELECT MIN("At") FROM "AuditEvents") WHERE "Subject" = 'things/g'""");

        Assert.EndsWith("of block 3 was changed", Assert.Single((await space.VerifyAuditAsync()).Findings), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Verify_ARemovedEvent_NamesIt(DatabaseProvider provider)
    {
        var space = await apps.On(provider).WithThreeBlocksAsync();
        await TamperAsync(space, """DELETE FROM "AuditEvents" WHERE "Subject" = 'things/b'""");

        var finding = Assert.Single((await space.VerifyAuditAsync()).Findings);
        Assert.Matches("^event 2 .* of block 1 was removed$", finding);
    }

    [Theory, Databases]
    public async Task Verify_AnEventRemovedWithItsSeal_NamesTheBlock(DatabaseProvider provider)
    {
        var space = await apps.On(provider).WithThreeBlocksAsync();
        await TamperAsync(space, """DELETE FROM "AuditEvents" WHERE "Subject" = 'things/c'""", """DELETE FROM "SealedEvents" WHERE "Sequence" = 3""");

        Assert.Equal(["block 1 holds 2 events, sealed were 3", "block 1 does not have its hash"], (await space.VerifyAuditAsync()).Findings);
    }

    [Theory, Databases]
    public async Task Verify_AnEventSlippedIntoABlock_NamesTheBlock(DatabaseProvider provider)
    {
        var space = await apps.On(provider).WithThreeBlocksAsync();
        await space.RecordAsync("forged");
        await TamperAsync(space, """
            INSERT INTO "SealedEvents" ("Sequence", "EventId", "Block", "Hash") SELECT 8, "Id", 1, 'x' FROM "AuditEvents" WHERE "Subject" = 'things/forged'
            """);

        var findings = (await space.VerifyAuditAsync()).Findings;
        Assert.Contains("block 1 holds 4 events, sealed were 3", findings);
        Assert.Contains("block 1 does not have its hash", findings);
    }

    [Theory, Databases]
    public async Task Verify_AnEventDatedBack_NamesItBeforeAndAfterSealing(DatabaseProvider provider)
    {
        var space = await apps.On(provider).WithThreeBlocksAsync();
        await space.RecordAsync(TimeSpan.FromHours(-2), "dated back");

        var open = Assert.Single((await space.VerifyAuditAsync()).Findings);
        await space.SealAsync();
        var closed = Assert.Single((await space.VerifyAuditAsync()).Findings);

        Assert.Contains("things/dated back", open, StringComparison.Ordinal);
        Assert.EndsWith("was added later, behind events already sealed", open, StringComparison.Ordinal);
        Assert.Equal(open, closed);
    }

    [Theory, Databases]
    public async Task Verify_ARemovedBlock_NamesIt(DatabaseProvider provider)
    {
        var space = await apps.On(provider).WithThreeBlocksAsync();
        await TamperAsync(space, """DELETE FROM "AuditBlocks" WHERE "Number" = 2""");

        Assert.Equal(
            ["block 2 was removed", "block 3 does not follow block 1", "block 2 was removed, its events are still marked as sealed"],
            (await space.VerifyAuditAsync()).Findings);
    }

    [Theory, Databases]
    public async Task Verify_AChangedBlock_NamesIt(DatabaseProvider provider)
    {
        var space = await apps.On(provider).WithThreeBlocksAsync();
        await TamperAsync(space, """UPDATE "AuditBlocks" SET "SealedAt" = (SELECT MIN("At") FROM "AuditEvents") WHERE "Number" = 1""");

        Assert.Equal(["block 1 does not have its hash"], (await space.VerifyAuditAsync()).Findings);
    }

    [Theory, Databases]
    public async Task Verify_AHashPutIntoABlock_BreaksTheLink(DatabaseProvider provider)
    {
        var space = await apps.On(provider).WithThreeBlocksAsync();
        await TamperAsync(space, """UPDATE "AuditBlocks" SET "Hash" = 'f00d' WHERE "Number" = 2""");

        Assert.Equal(["block 2 does not have its hash", "block 3 does not follow block 2"], (await space.VerifyAuditAsync()).Findings);
    }

    [Theory, Databases]
    public async Task Verify_AChainWrittenAnew_IsFoundByTheNotedHeadAlone(DatabaseProvider provider)
    {
        var space = await apps.On(provider).WithThreeBlocksAsync();
        var noted = (await space.VerifyAuditAsync()).Head;
        await space.RecordAsync("h");
        await space.SealAsync();
        Assert.Empty((await space.VerifyAuditAsync(noted)).Findings);

        await TamperAsync(space, """DELETE FROM "AuditEvents" WHERE "Subject" = 'things/b'""", """DELETE FROM "SealedEvents" """, """DELETE FROM "AuditBlocks" """);
        await space.SealAsync();

        Assert.Empty((await space.VerifyAuditAsync()).Findings);
        Assert.Equal($"no block has the noted head {noted}: the chain was cut off or written anew", Assert.Single((await space.VerifyAuditAsync(noted)).Findings));
    }

    [Theory, Databases]
    public async Task Command_Verify_PrintsTheHeadAndFailsOnAFinding(DatabaseProvider provider)
    {
        var space = await apps.On(provider).WithThreeBlocksAsync();
        var (id, head) = (space.Space.Id, (await space.VerifyAuditAsync()).Head);

        Assert.Equal((ExitCodes.Ok, $"{id}: 3 blocks, 7 events, 0 not sealed yet, 0 findings, head {head}"), await RunAsync(space, "verify", "--space", id, "--head", head));

        await TamperAsync(space, """DELETE FROM "AuditEvents" WHERE "Subject" = 'things/b'""");
        var (code, output) = await RunAsync(space, "verify", "--space", id);
        Assert.Equal(ExitCodes.Failed, code);
        Assert.Matches($"^{id}: event 2 .* was removed\n{id}: 3 blocks, 7 events, 0 not sealed yet, 1 findings", output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Command_AnUnknownSpaceOrAHeadOfNone_IsBadInput()
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();

        Assert.Equal(ExitCodes.BadInput, (await RunAsync(space, "verify", "--space", "atlantis")).Code);
        Assert.Equal(ExitCodes.BadInput, (await RunAsync(space, "verify", "--head", "f00d")).Code);
        Assert.Equal((ExitCodes.Ok, $"{space.Space.Id}: 0 blocks sealed"), await RunAsync(space, "seal", "--space", space.Space.Id));
    }

    private static Task TamperAsync(TestSpace space, params string[] statements) => space.ReadAsync(async db =>
    {
        foreach (var statement in statements) Assert.NotEqual(0, await db.Database.ExecuteSqlRawAsync(statement));
        return true;
    });

    private static async Task<(int Code, string Output)> RunAsync(TestSpace space, params string[] args)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = space.App.Provider.ToString(),
            ["Database:ConnectionString"] = space.App.Databases.ConnectionString,
        }).Build();
        using var output = new StringWriter();
        var code = await DgccCommandLine.RunAsync(["audit", .. args], output, TextWriter.Null, settings);
        return (code, output.ToString().Trim());
    }
}
