using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.TestCommon;
using DgccAssess.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DgccAssess.Tests.Faults;

public sealed class SpaceSchemaTests(TestApps apps)
{
    public const string MakeNewer = """INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Later', '99.0')""";
    private const string MakeOlder = """CREATE TABLE "Forgotten" AS SELECT * FROM "__EFMigrationsHistory"; DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = (SELECT MAX("MigrationId") FROM "Forgotten")""";

    [Theory, Databases]
    public Task Space_WithAnOlderSchema_IsUnavailableWhileOthersGoOn(DatabaseProvider provider) =>
        IsUnavailableAsync(provider, MakeOlder, """INSERT INTO "__EFMigrationsHistory" SELECT * FROM "Forgotten" WHERE "MigrationId" = (SELECT MAX("MigrationId") FROM "Forgotten")""");

    [Theory, Databases]
    public Task Space_WithANewerSchema_IsUnavailableWhileOthersGoOn(DatabaseProvider provider) =>
        IsUnavailableAsync(provider, MakeNewer, """DELETE FROM "__EFMigrationsHistory" WHERE "ProductVersion" = '99.0'""");

    [Theory, Databases]
    public async Task Space_MigratedUnderARunningServer_IsRefusedSoon(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var clock = new Clock();
        var schemas = new SpaceSchemas(space.App.Services.GetRequiredService<SchemaCheck>(), space.App.Services.GetRequiredService<SpaceGlance>(), clock, NullLogger<SpaceSchemas>.Instance);

        Assert.True(await schemas.FitsAsync(space.Space, default));
        await ChangeAsync(space, MakeNewer);
        Assert.True(await schemas.FitsAsync(space.Space, default));
        clock.Pass(SpaceSchemas.Trusted);
        Assert.False(await schemas.FitsAsync(space.Space, default));
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

    private async Task IsUnavailableAsync(DatabaseProvider provider, string spoil, string mend)
    {
        var app = apps.On(provider);
        var (behind, fitting) = (await app.CreateSpaceAsync(), await app.CreateSpaceAsync());
        await ChangeAsync(behind, spoil);
        using var unlucky = behind.Anonymous();
        using var lucky = fitting.Anonymous();

        var refused = await unlucky.GetAsync("/sign-in");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Not available just now"), (refused.Status, refused.Heading));
        Assert.Equal(HttpStatusCode.OK, (await lucky.GetAsync("/sign-in")).Status);

        // Once migrated it comes back by itself.
        await ChangeAsync(behind, mend);
        await Task.Delay(SpaceSchemas.AskAgain + TimeSpan.FromMilliseconds(100));
        Assert.Equal(HttpStatusCode.OK, (await unlucky.GetAsync("/sign-in")).Status);
    }

    private static async Task ChangeAsync(TestSpace space, string sql)
    {
        await using var db = space.App.Services.GetRequiredService<SpaceDatabases>().OpenUnguarded(space.Space);
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    private sealed class Clock : TimeProvider
    {
        private DateTimeOffset now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => now;

        public void Pass(TimeSpan time) => now += time;
    }
}
