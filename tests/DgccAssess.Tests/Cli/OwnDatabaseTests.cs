using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.TestCommon.Processes;
using DgccAssess.Tests.Features.Instruments;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DgccAssess.Tests.Cli;

/// <summary>One government's database is elsewhere, on another provider where there is one; the other spaces stay on SQLite.</summary>
public sealed class OwnDatabaseTests : IDisposable
{
    private const string Password = "correct horse battery";
    private readonly string elsewhere = Directory.CreateTempSubdirectory("dgcc-elsewhere-").FullName;
    private readonly string database = $"dgcc_own_{Guid.CreateVersion7().ToString("N")[20..]}";

    [Theory, Databases]
    public async Task FiveTenants_OneOnADatabaseOfItsOwn_AreServedByOneServer(DatabaseProvider provider)
    {
        using var installation = new TestInstallation(password: Password, more: Own("serbia", provider));
        foreach (var space in RepositoryFiles.Tenants.Prepend("hub")) Assert.Equal((0, ""), WithoutOutput(await installation.ApplyAsync(space)));
        foreach (var space in RepositoryFiles.Tenants) Assert.Equal((0, ""), WithoutOutput(await AddOrganizerAsync(installation, space)));

        Assert.Equal(["hub.db", "indonesia.db", "peru.db", "tunisia.db", "uzbekistan.db"], Directory.GetFiles(installation.Folder, "*.db").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(73, await installation.ReadAsync("serbia", db => db.Agencies.CountAsync()));
        Assert.Equal(provider is DatabaseProvider.Sqlite, await installation.ReadAsync("serbia", db => Task.FromResult(db.Database.IsSqlite())));
        Assert.Equal(string.Join(Environment.NewLine, RepositoryFiles.Tenants.Prepend("hub").Select(s => $"{s}: up to date")), (await installation.RunAsync("migrate")).Output);
        Assert.Equal((0, "0 snapshots, 0 differences", ""), await installation.RunAsync("verify", "serbia"));

        await using var web = WebProcess.Start(installation.Settings);
        var address = await web.ListeningAsync();
        foreach (var space in RepositoryFiles.Tenants)
        {
            using var browser = new TestBrowser(address, $"/{space}");
            await browser.SignInAsync(new Person(Guid.Empty, Email(space), Password, "", Roles.Organizer, null));
            Assert.Equal("Rounds", (await browser.GetAsync("/rounds")).Heading);
        }
    }

    [Fact]
    public void Place_OfAnOwnDatabase_IsSaidWithoutThePassword()
    {
        const string connection = "Host=db.example.org;Port=5433;Database=serbia;Username=dgcc;Password=never-shown";
        var databases = new DatabaseOptions { Spaces = { ["serbia"] = new() { Provider = "postgresql", ConnectionString = connection } } };

        Assert.Equal("PostgreSql tcp://db.example.org:5433 serbia", databases.For("serbia").ToString());
        Assert.Equal("Sqlite data/peru.db", databases.For("peru").ToString());
        databases.Spaces["tunisia"] = new() { IdentityProvider = new() { Secret = "s" } };
        Assert.Equal("Sqlite data/tunisia.db", databases.For("tunisia").ToString());
    }

    [Theory]
    [InlineData("Provider", "Oracle", "Spaces:serbia:Provider is 'Oracle'; use Sqlite, PostgreSql, SqlServer.")]
    [InlineData("Provider", "7", "Spaces:serbia:Provider is '7'; use Sqlite, PostgreSql, SqlServer.")]
    [InlineData("Provider", "PostgreSql", "Spaces:serbia needs either ConnectionString or ConnectionStringFile.")]
    [InlineData("ConnectionStringFile", "/nowhere/secret", "Spaces:serbia:ConnectionStringFile can't be read: /nowhere/secret")]
    [InlineData("ConnectionStringFile", "/dev/null", "Spaces:serbia has no connection string that Sqlite understands.")]
    [InlineData("ConnectionString", "Host=db.example.org;Password=never-shown", "Spaces:serbia has no connection string that Sqlite understands.")]
    [InlineData("IdentityProvider:SecretFile", "/nowhere/secret", "Spaces:serbia:IdentityProvider:SecretFile can't be read: /nowhere/secret")]
    [InlineData("IdentityProvider:SecretFile", "/dev/null", "Spaces:serbia:IdentityProvider has an empty secret; a provider that wants none needs no setting.")]
    [InlineData("IdentityProvider:Other", "never-shown", "Spaces:serbia:IdentityProvider needs either Secret or SecretFile.")]
    public async Task Settings_ThatMakeNoSense_AreRefusedInOneLine(string key, string value, string expected)
    {
        using var installation = new TestInstallation(more: new Dictionary<string, string> { [$"Spaces:serbia:{key}"] = value });

        Assert.Equal((2, "", expected), await installation.RunAsync("migrate"));
        Assert.Equal((2, "", expected), await installation.ApplyAsync("serbia"));
        Assert.Empty(Directory.GetFiles(installation.Folder, "*.db"));
    }

    [Fact]
    public async Task Settings_OfAMisspeltSpace_AreRefusedBeforeItsDataGoesElsewhere()
    {
        using var installation = new TestInstallation(more: Own("serbla", DatabaseProvider.Sqlite));

        var applied = await installation.ApplyAsync("serbia");
        var migrated = await installation.RunAsync("migrate");

        Assert.Equal((2, "", "Spaces:serbla is set, but there is no space 'serbla' and no folder of that name."), applied);
        Assert.Equal((0, "warning: Spaces:serbla is set, but no space 'serbla' is registered yet."), WithoutOutput(migrated));
        Assert.False(File.Exists(Path.Combine(installation.Folder, "serbia.db")));
    }

    [Fact]
    public async Task Settings_OfATenantAppliedLater_MayWait()
    {
        using var installation = new TestInstallation(more: Own("serbia", DatabaseProvider.Sqlite));

        Assert.Equal((0, ""), WithoutOutput(await installation.ApplyAsync("peru")));
    }

    [Fact]
    public async Task TwoSpaces_OnOneDatabase_AreRefused()
    {
        var own = Own("serbia", DatabaseProvider.Sqlite).Concat(Own("peru", DatabaseProvider.Sqlite)).ToDictionary();
        own["Spaces:peru:ConnectionString"] = own["Spaces:serbia:ConnectionString"];
        using var installation = new TestInstallation(more: own);
        await installation.ApplyAsync("serbia");

        var refused = await installation.ApplyAsync("peru");

        Assert.Equal(1, refused.Code);
        Assert.Contains("belongs to space 'serbia', not to 'peru'", refused.Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(elsewhere, recursive: true);
        if (TestServers.PostgreSql is null) return;
        using var server = new NpgsqlConnection(TestServers.PostgreSql);
        server.Open();
        using var drop = server.CreateCommand();
        drop.CommandText = $"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)";
        drop.ExecuteNonQuery();
    }

    /// <summary>SQLite: said outright. PostgreSQL: in a mounted file.</summary>
    private Dictionary<string, string> Own(string space, DatabaseProvider provider)
    {
        if (provider is DatabaseProvider.Sqlite) return new() { [$"Spaces:{space}:ConnectionString"] = $"Data Source={elsewhere}/{space}.db" };

        var secret = Path.Combine(elsewhere, "connection");
        File.WriteAllText(secret, new NpgsqlConnectionStringBuilder(TestServers.PostgreSql!) { Database = database }.ConnectionString + "\n");
        return new() { [$"Spaces:{space}:Provider"] = "PostgreSql", [$"Spaces:{space}:ConnectionStringFile"] = secret };
    }

    private static string Email(string space) => $"organizer@{space}.example";

    private static Task<(int Code, string Output, string Error)> AddOrganizerAsync(TestInstallation installation, string space) =>
        installation.RunAsync("user", "add", "--space", space, "--email", Email(space), "--name", "A", "--role", Roles.Organizer);

    private static (int Code, string Error) WithoutOutput((int Code, string Output, string Error) result) => (result.Code, result.Error);
}
