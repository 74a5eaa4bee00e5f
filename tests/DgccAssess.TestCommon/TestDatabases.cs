using System.Data.Common;
using DgccAssess.Core.Data;
using DgccAssess.Core.Tenancy;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace DgccAssess.TestCommon;

/// <summary>Databases of one test application. A migrated template is made once and copied for each space.</summary>
public sealed class TestDatabases : IDisposable
{
    private const string Template = "template";
    private readonly DatabaseProvider provider;
    private readonly string prefix = $"dgcc_{Guid.CreateVersion7().ToString("N")[20..]}";
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly List<string> created = [];
    private bool templateReady;
    private bool disposed;

    private TestDatabases(DatabaseProvider provider)
    {
        this.provider = provider;
        Folder = Directory.CreateTempSubdirectory("dgcc-tests-").FullName;
        ConnectionString = provider switch
        {
            DatabaseProvider.Sqlite => $"Data Source={Folder}/{{space}}.db",
            DatabaseProvider.PostgreSql => new NpgsqlConnectionStringBuilder(TestServers.PostgreSql!) { Database = prefix + "_{space}", MaxPoolSize = 8, ConnectionIdleLifetime = 5, ConnectionPruningInterval = 5 }.ConnectionString,
            DatabaseProvider.SqlServer => new SqlConnectionStringBuilder(TestServers.SqlServer!) { InitialCatalog = prefix + "_{space}", MaxPoolSize = 8 }.ConnectionString,
            _ => throw new NotSupportedException($"No test server for {provider}."),
        };
    }

    /// <summary>Held by whoever registers the hub.</summary>
    internal SemaphoreSlim Hub { get; } = new(1, 1);

    public string Folder { get; }
    public string ConnectionString { get; }

    public static TestDatabases Create(DatabaseProvider provider) => new(provider);

    /// <summary>The hub's database, before the application starts: it reads its keys from there.</summary>
    public async Task CreateHubAsync()
    {
        var databases = new SpaceDatabases(Options.Create(new DatabaseOptions { Provider = provider, ConnectionString = ConnectionString }), NullLoggerFactory.Instance);
        await using var hub = databases.OpenUnguarded(SpaceDatabases.HubSpace);
        await hub.Database.MigrateAsync();
        hub.SpaceMarkers.Add(new SpaceMarker { SpaceId = SpaceInfo.HubId, CreatedAt = TimeProvider.System.UtcNow });
        await hub.SaveChangesAsync();
    }

    /// <summary>Prepares the migrated, still ownerless database of a space.</summary>
    public async Task PrepareAsync(string spaceId, Func<SpaceInfo, SpaceDbContext> open, Func<Task> provisionHub)
    {
        await gate.WaitAsync();
        try
        {
            if (!templateReady)
            {
                await provisionHub();
                await MakeTemplateAsync(open);
                templateReady = true;
            }

            await CopyTemplateAsync(spaceId, open);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The application itself makes this space's database; it goes with the others.</summary>
    public void Track(string spaceId) => created.Add(spaceId);

    public void Dispose()
    {
        if (disposed) return;
        disposed = true;
        gate.Dispose();
        Hub.Dispose();
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        SqlConnection.ClearAllPools();
        foreach (var name in created.Append("hub")) Drop($"{prefix}_{name}");
        Directory.Delete(Folder, recursive: true);
    }

    private async Task MakeTemplateAsync(Func<SpaceInfo, SpaceDbContext> open)
    {
        var space = SpaceDatabases.HubSpace with { Id = Template, Identifier = Template, Kind = SpaceKind.Tenant };
        await using var db = open(space);
        await db.Database.MigrateAsync();
        created.Add(Template);
        switch (db.Database.GetDbConnection())
        {
            case SqliteConnection sqlite: SqliteConnection.ClearPool(sqlite); break;
            case NpgsqlConnection npgsql: NpgsqlConnection.ClearPool(npgsql); break;
        }
    }

    private void Drop(string database)
    {
        if (provider is DatabaseProvider.Sqlite) return;
        using var server = Server();
        server.Open();
        using var drop = server.CreateCommand();
        // PostgreSQL waits for a checkpoint, which takes its time on a busy disk.
        drop.CommandTimeout = 300;
        drop.CommandText = provider is DatabaseProvider.PostgreSql
            ? $"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)"
            : $"IF DB_ID(N'{database}') IS NOT NULL BEGIN ALTER DATABASE [{database}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{database}]; END";
        drop.ExecuteNonQuery();
    }

    private DbConnection Server() => provider is DatabaseProvider.PostgreSql ? new NpgsqlConnection(TestServers.PostgreSql) : new SqlConnection(TestServers.SqlServer);

    private async Task CopyTemplateAsync(string spaceId, Func<SpaceInfo, SpaceDbContext> open)
    {
        created.Add(spaceId);
        if (provider is DatabaseProvider.Sqlite)
        {
            File.Copy($"{Folder}/{Template}.db", $"{Folder}/{spaceId}.db");
            return;
        }

        if (provider is DatabaseProvider.SqlServer)
        {
            // It copies no databases in one statement; each is migrated.
            await using var db = open(SpaceDatabases.HubSpace with { Id = spaceId, Identifier = spaceId, Kind = SpaceKind.Tenant });
            await db.Database.MigrateAsync();
            return;
        }

        await using var server = Server();
        await server.OpenAsync();
        await using var copy = server.CreateCommand();
        copy.CommandText = $"CREATE DATABASE \"{prefix}_{spaceId}\" TEMPLATE \"{prefix}_{Template}\"";
        await copy.ExecuteNonQueryAsync();
    }
}
