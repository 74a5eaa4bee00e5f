using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Tenancy;
using DgccAssess.TestCommon;
using DgccAssess.TestCommon.Processes;
using DgccAssess.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Faults;

public sealed class StartTests(TestApps apps)
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
        await MigrationsAsync(app, SpaceDatabases.HubSpace, """INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Later', '99.0')""");

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

    [Theory, Databases]
    public async Task Space_WithAnotherSchema_IsUnavailableWhileOthersGoOn(DatabaseProvider provider)
    {
        var app = apps.On(provider);
        var (behind, fitting) = (await app.CreateSpaceAsync(), await app.CreateSpaceAsync());
        await MigrationsAsync(app, behind.Space, """UPDATE "__EFMigrationsHistory" SET "MigrationId" = 'x' || "MigrationId" """);
        using var unlucky = behind.Anonymous();
        using var lucky = fitting.Anonymous();

        var refused = await unlucky.GetAsync("/sign-in");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Not available just now"), (refused.Status, refused.Heading));
        Assert.Equal(HttpStatusCode.OK, (await lucky.GetAsync("/sign-in")).Status);

        // Once migrated it comes back by itself.
        await MigrationsAsync(app, behind.Space, """UPDATE "__EFMigrationsHistory" SET "MigrationId" = substr("MigrationId", 2)""");
        await Task.Delay(SpaceSchemas.AskAgain + TimeSpan.FromMilliseconds(100));
        Assert.Equal(HttpStatusCode.OK, (await unlucky.GetAsync("/sign-in")).Status);
    }

    [Theory]
    [InlineData("a b", "a b", SchemaState.Current, null)]
    [InlineData("a b c", "a b", SchemaState.Older, "c")]
    [InlineData("a b", "a b c d", SchemaState.Newer, "d")]
    [InlineData("a b", "a x", SchemaState.Newer, "x")]
    [InlineData("a", "", SchemaState.Older, "a")]
    public void Schema_ComparedWithTheProgram_IsJudged(string known, string applied, SchemaState expected, string? detail)
    {
        var verdict = SchemaCheck.Judge(known.Split(' '), applied.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(new SchemaVerdict(expected, detail), verdict);
        Assert.Equal(expected is SchemaState.Current, StartCheck.Refusal(verdict) is null);
    }

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static async Task MigrationsAsync(TestApp app, SpaceInfo space, string sql)
    {
        await using var db = app.Services.GetRequiredService<SpaceDatabases>().OpenUnguarded(space);
        await db.Database.ExecuteSqlRawAsync(sql);
    }
}
