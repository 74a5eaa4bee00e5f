using Microsoft.Data.Sqlite;

namespace DgccAssess.Tests.Cli;

public sealed class TenantOperationTests
{
    [Fact]
    public async Task SuspendExportDeleteCancelResume_EachSaysWhatItDidAndIsRefusedOutOfTurn()
    {
        using var installation = new TestInstallation(more: Exports(out var exports));
        await installation.ApplyAsync("hub");
        await installation.ApplyAsync("peru");

        Assert.Equal((2, "", "peru: It is not suspended, or its deletion is ordered."), await installation.RunAsync("tenant", "delete", "peru", "--confirm", "peru"));
        Assert.Equal((0, "peru: suspended", ""), await installation.RunAsync("tenant", "suspend", "peru", "--reason", "Contract ended"));
        Assert.Equal((2, "", "peru: It is not in service."), await installation.RunAsync("tenant", "suspend", "peru", "--reason", "again"));
        Assert.Equal((2, "", "peru: It was not exported since it was suspended: dgcc tenant export."), await installation.RunAsync("tenant", "delete", "peru", "--confirm", "peru"));

        var exported = await installation.RunAsync("tenant", "export", "peru");

        Assert.Equal((0, ""), (exported.Code, exported.Error));
        var pack = Assert.Single(Directory.GetFiles(Path.Combine(exports, "peru")));
        Assert.StartsWith($"peru: {pack}, {new FileInfo(pack).Length} bytes, sha256 ", exported.Output, StringComparison.Ordinal);
        Assert.Equal((2, "", "peru: --confirm must say peru."), await installation.RunAsync("tenant", "delete", "peru", "--confirm", "Peru"));
        Assert.Equal((0, "peru: deletion ordered", ""), await installation.RunAsync("tenant", "delete", "peru", "--confirm", "peru"));
        Assert.Equal((0, "nothing is due", ""), await installation.RunAsync("tenant", "delete-due"));
        Assert.Equal((0, "peru: deletion cancelled", ""), await installation.RunAsync("tenant", "cancel-deletion", "peru"));
        Assert.Equal((0, "peru: in service", ""), await installation.RunAsync("tenant", "resume", "peru"));
        Assert.Matches(@"^peru: Active, schema Current \d+_\w+, last activity \d{4}-\d\d-\d\d \d\d:\d\d, \d+ bytes$", (await installation.RunAsync("tenant", "list")).Output);
        Assert.Equal((2, "", "There is no tenant 'atlantis'."), await installation.RunAsync("tenant", "resume", "atlantis"));
        Directory.Delete(exports, recursive: true);
    }

    [Fact]
    public async Task DeleteDue_AfterTheWait_DeletesAndTheIdIsRefusedForGood()
    {
        using var installation = new TestInstallation(more: Exports(out var exports));
        await installation.ApplyAsync("hub");
        await installation.ApplyAsync("peru");
        await installation.RunAsync("tenant", "suspend", "peru", "--reason", "Contract ended");
        await installation.RunAsync("tenant", "export", "peru");
        await installation.RunAsync("tenant", "delete", "peru", "--confirm", "peru");
        await using (var hub = new SqliteConnection($"Data Source={installation.Folder}/hub.db"))
        {
            await hub.OpenAsync();
            await using var past = hub.CreateCommand();
            past.CommandText = "UPDATE Spaces SET DeletionDueAt = '2020-01-01 00:00:00' WHERE Id = 'peru'";
            Assert.Equal(1, await past.ExecuteNonQueryAsync());
        }

        Assert.Equal((0, "peru: deleted", ""), await installation.RunAsync("tenant", "delete-due"));

        Assert.False(File.Exists(Path.Combine(installation.Folder, "peru.db")));
        Assert.Equal((1, "", "peru was deleted; its id is never used again"), await installation.ApplyAsync("peru"));
        Assert.Equal((0, "hub: up to date", ""), await installation.RunAsync("migrate"));
        Directory.Delete(exports, recursive: true);
    }

    private static Dictionary<string, string> Exports(out string folder)
    {
        folder = Directory.CreateTempSubdirectory("dgcc-exports-").FullName;
        return new() { ["Exports:Root"] = folder };
    }
}
