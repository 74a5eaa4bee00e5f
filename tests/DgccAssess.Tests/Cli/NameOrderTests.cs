using DgccAssess.Core.Data;
using DgccAssess.TestCommon;
using DgccAssess.TestCommon.Processes;
using Npgsql;

namespace DgccAssess.Tests.Cli;

/// <summary>A database that sorts texts by the rules of a language is taken, and named while it can still be made anew.</summary>
public sealed class NameOrderTests : IDisposable
{
    private readonly string database = $"dgcc_order_{Guid.CreateVersion7().ToString("N")[20..]}";
    private bool created;

    [Theory, Databases]
    public async Task Migrate_WarnsWhereADatabaseSortsByALanguage(DatabaseProvider provider)
    {
        if (provider is DatabaseProvider.Sqlite)
        {
            using var embedded = new TestInstallation();
            Assert.Equal((0, ""), await MigrateAsync(embedded));
            return;
        }

        foreach (var (locale, warns) in new[] { ("LOCALE 'C.UTF-8'", false), ("LOCALE_PROVIDER icu ICU_LOCALE 'en-US' LOCALE 'C.UTF-8'", true) })
        {
            Create(locale);
            using var installation = new TestInstallation(more: new Dictionary<string, string> { ["Spaces:hub:Provider"] = "PostgreSql", ["Spaces:hub:ConnectionString"] = ConnectionString });

            var (code, error) = await MigrateAsync(installation);

            Assert.Equal(0, code);
            Assert.Equal(warns, error.StartsWith("warning: the database of space 'hub' sorts texts by rules of its own", StringComparison.Ordinal));
            if (!warns) continue;

            Assert.Contains("TEMPLATE template0 LOCALE 'C.UTF-8'", error, StringComparison.Ordinal);
            await using var web = WebProcess.Start(installation.Settings);
            await web.ListeningAsync();
            Assert.Contains("sorts texts by rules of its own", web.Output, StringComparison.Ordinal);
        }
    }

    public void Dispose()
    {
        if (!created) return;
        NpgsqlConnection.ClearAllPools();
        Execute($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)");
    }

    private string ConnectionString => new NpgsqlConnectionStringBuilder(TestServers.PostgreSql!) { Database = database, MaxPoolSize = 8 }.ConnectionString;

    private static async Task<(int Code, string Error)> MigrateAsync(TestInstallation installation)
    {
        var (code, _, error) = await installation.RunAsync("migrate");
        return (code, error);
    }

    private void Create(string locale)
    {
        created = true;
        NpgsqlConnection.ClearAllPools();
        Execute($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)");
        Execute($"CREATE DATABASE \"{database}\" TEMPLATE template0 ENCODING 'UTF8' {locale}");
    }

    private static void Execute(string sql)
    {
        using var server = new NpgsqlConnection(TestServers.PostgreSql);
        server.Open();
        using var command = server.CreateCommand();
        command.CommandText = sql;
        // A database is copied whole to disk; a busy machine takes its time.
        command.CommandTimeout = 300;
        command.ExecuteNonQuery();
    }
}
