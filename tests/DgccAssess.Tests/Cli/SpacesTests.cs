using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Cli;

public sealed class SpacesTests
{
    [Fact]
    public async Task TenantApply_Twice_ChangesNothingTheSecondTime()
    {
        using var installation = new TestInstallation();

        var first = await installation.ApplyAsync("indonesia");
        var events = await installation.ReadAsync("indonesia", db => db.AuditEvents.CountAsync());
        var second = await installation.ApplyAsync("indonesia");

        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.Contains("indonesia: registered", first.Output, StringComparison.Ordinal);
        Assert.Contains("2 instruments added, 85 agencies added", first.Output, StringComparison.Ordinal);
        Assert.Equal((0, "indonesia: nothing to change", ""), second);
        Assert.Equal(events, await installation.ReadAsync("indonesia", db => db.AuditEvents.CountAsync()));
        Assert.NotNull(await installation.ReadAsync("indonesia", db => db.Agencies.SingleAsync(a => a.Code == "kemenko-perekonomian")));
    }

    [Fact]
    public async Task TenantApply_Hub_IsRegisteredOnce()
    {
        using var installation = new TestInstallation();

        var first = await installation.ApplyAsync("hub");
        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.Matches(
            @"^hub: registered, with a database of its own\r?\nhub: 4 texts and pictures written\r?\nhub: register of cooperation: [1-9][0-9]* facts added, 0 changed, 0 left as people left them$", first.Output);
        Assert.Equal((0, "hub: nothing to change", ""), await installation.ApplyAsync("hub"));
    }

    [Fact]
    public async Task TenantApply_NoSuchFolder_IsBadInputAndCreatesNothing()
    {
        using var installation = new TestInstallation();

        var result = await installation.ApplyAsync("atlantis");

        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.NotEqual("", result.Error);
        Assert.Empty(Directory.GetFiles(installation.Folder, "*.db"));
    }

    [Fact]
    public async Task Migrate_FirstAndAgain_SaysWhatItDid()
    {
        using var installation = new TestInstallation();

        var empty = await installation.RunAsync("migrate");
        await installation.ApplyAsync("tunisia");
        var again = await installation.RunAsync("migrate");

        Assert.Matches(@"^hub: \d+ migrations applied$", empty.Output);
        Assert.Equal((0, $"hub: up to date{Environment.NewLine}tunisia: up to date", ""), again);
    }

    [Fact]
    public async Task Migrate_OneSpaceFails_TheOthersAreDoneAndTheNextRunDoesWhatIsLeft()
    {
        using var installation = new TestInstallation();
        foreach (var space in new[] { "peru", "serbia", "tunisia" }) await installation.ApplyAsync(space);
        SqliteConnection.ClearAllPools();
        var (broken, behind) = (Path.Combine(installation.Folder, "peru.db"), Path.Combine(installation.Folder, "serbia.db"));
        await File.WriteAllTextAsync(broken, "this is not a database, and long enough to be read as one");
        await File.WriteAllTextAsync(behind, "");

        var first = await installation.RunAsync("migrate");

        Assert.Equal(1, first.Code);
        Assert.Matches(@"^hub: up to date\r?\nserbia: \d+ migrations applied\r?\ntunisia: up to date$", first.Output);
        Assert.Matches(@"^peru: .+\r?\n1 of the spaces could not be migrated; the others are done\.$", first.Error);

        SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(broken, "");
        var second = await installation.RunAsync("migrate");

        Assert.Equal((0, ""), (second.Code, second.Error));
        Assert.Matches(@"^hub: up to date\r?\nperu: \d+ migrations applied\r?\nserbia: up to date\r?\ntunisia: up to date$", second.Output);
    }
}
