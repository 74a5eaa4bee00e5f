using DgccAssess.Core.Data;
using DgccAssess.Core.Tenancy;
using DgccAssess.TestCommon;
using DgccAssess.TestCommon.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Faults;

public sealed class StartTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Start_NoDatabase_SaysWhatToDoInOneLineAndMakesNone()
    {
        var folder = Directory.CreateTempSubdirectory("dgcc-tests-").FullName;
        try
        {
            await using var web = WebProcess.Start(new Dictionary<string, string> { ["Database:ConnectionString"] = $"Data Source={folder}/{{space}}.db" });

            Assert.Equal(1, await web.ExitAsync(Soon));
            Assert.Equal("The hub's database does not exist yet; run: dgcc migrate", web.Output.Trim());
            Assert.Empty(Directory.GetFiles(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Start_DatabaseOfALaterVersion_SaysSoInOneLine()
    {
        using var app = new TestApp(DatabaseProvider.Sqlite);
        await app.CreateSpaceAsync();
        await MigrationsAsync(app, SpaceDatabases.HubSpace, SpaceSchemaTests.MakeNewer);

        await using var web = WebProcess.Start(app.Settings);

        Assert.Equal(1, await web.ExitAsync(Soon));
        Assert.StartsWith("The hub's database is newer than this program (it has 29990101000000_Later)", Assert.Single(Lines(web.Output)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ServerAway_SaysSoInOneLine()
    {
        await using var web = WebProcess.Start(new Dictionary<string, string>
        {
            ["Database:Provider"] = "PostgreSql",
            ["Database:ConnectionString"] = "Host=127.0.0.1;Port=1;Database={space};Username=nobody",
        });

        Assert.Equal(1, await web.ExitAsync(Soon));
        Assert.StartsWith("The hub's database can't be reached (", Assert.Single(Lines(web.Output)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ToldToEndWhileStarting_EndsWithoutAFault()
    {
        using var app = new TestApp(DatabaseProvider.Sqlite);
        await app.CreateSpaceAsync();
        var settings = new Dictionary<string, string>(app.Settings) { ["Logging:LogLevel:Microsoft.Extensions.Hosting"] = "Debug" };

        foreach (var moment in new[] { "", "Hosting starting", "Now listening" })
        {
            await using var web = WebProcess.Start(settings);
            await web.SaysAsync(moment, Soon);
            web.Terminate();

            // Before the host takes the signal over, the runtime ends the process by it (143).
            Assert.Contains(await web.ExitAsync(Soon), (int[])[0, 143]);
            Assert.DoesNotContain("nhandled exception", web.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Spaces:atlantis:ConnectionString", "Data Source=a.db", "Spaces:atlantis is set, but there is no space 'atlantis'")]
    [InlineData("Spaces:hub:Provider", "Oracle", "Spaces:hub:Provider is 'Oracle'; use Sqlite, PostgreSql, SqlServer.")]
    public async Task Start_SettingsOfASpaceThatMakeNoSense_SaysSoInOneLine(string key, string value, string expected)
    {
        using var app = new TestApp(DatabaseProvider.Sqlite);
        await app.CreateSpaceAsync();

        await using var web = WebProcess.Start(new Dictionary<string, string>(app.Settings) { [key] = value });

        Assert.Equal(1, await web.ExitAsync(Soon));
        Assert.StartsWith(expected, Assert.Single(Lines(web.Output)), StringComparison.Ordinal);
    }

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static async Task MigrationsAsync(TestApp app, SpaceInfo space, string sql)
    {
        await using var db = app.Services.GetRequiredService<SpaceDatabases>().OpenUnguarded(space);
        await db.Database.ExecuteSqlRawAsync(sql);
    }
}
