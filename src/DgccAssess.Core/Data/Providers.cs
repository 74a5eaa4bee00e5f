using System.Data.Common;
using DgccAssess.Core.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DgccAssess.Core.Data;

/// <summary>The one place that tells the providers apart; migrations live in one assembly each.</summary>
public static class Providers
{
    // Identity builds its part of the model from options it looks up there: version 3 is the one with passkeys.
    private static readonly ServiceProvider IdentitySchema =
        new ServiceCollection().Configure<IdentityOptions>(AccountRules.Configure).BuildServiceProvider();

    public static DbContextOptionsBuilder<T> UseProvider<T>(this DbContextOptionsBuilder<T> builder, DatabaseProvider provider, string connection)
        where T : DbContext
    {
        UseProvider((DbContextOptionsBuilder)builder, provider, connection);
        return builder;
    }

    public static DbContextOptionsBuilder UseProvider(this DbContextOptionsBuilder builder, DatabaseProvider provider, string connection)
    {
        var migrations = $"DgccAssess.Migrations.{provider}";
        _ = provider switch
        {
            DatabaseProvider.Sqlite => builder.UseSqlite(connection, o => o.MigrationsAssembly(migrations)).AddInterceptors(new SqliteSettings(), new PreparedStatements()),
            DatabaseProvider.PostgreSql => builder.UseNpgsql(connection, o => o.MigrationsAssembly(migrations)),
            DatabaseProvider.SqlServer => builder.UseSqlServer(connection, o => o.MigrationsAssembly(migrations)),
            _ => throw Unknown(provider),
        };
        builder.UseApplicationServiceProvider(IdentitySchema);
        return builder;
    }

    /// <summary>Closed; for what its connection string says.</summary>
    public static DbConnection Connection(DatabaseProvider provider, string connection) => provider switch
    {
        DatabaseProvider.Sqlite => new SqliteConnection(connection),
        DatabaseProvider.PostgreSql => new NpgsqlConnection(connection),
        DatabaseProvider.SqlServer => new SqlConnection(connection),
        _ => throw Unknown(provider),
    };

    /// <summary>Closed; for one question. The embedded database is neither made by it nor kept open after it.</summary>
    public static DbConnection Glimpse(DatabaseProvider provider, string connection) => provider is DatabaseProvider.Sqlite
        ? new SqliteConnection(new SqliteConnectionStringBuilder(connection) { Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ConnectionString)
        : Connection(provider, connection);

    /// <summary>Asks a database for its size in bytes; one row, one column named Value.</summary>
    public static string SizeQuery(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Sqlite => "SELECT page_count * page_size AS \"Value\" FROM pragma_page_count(), pragma_page_size()",
        DatabaseProvider.PostgreSql => "SELECT pg_database_size(current_database()) AS \"Value\"",
        DatabaseProvider.SqlServer => "SELECT CAST(SUM(CAST(size AS bigint)) * 8192 AS bigint) AS [Value] FROM sys.database_files",
        _ => throw Unknown(provider),
    };

    /// <summary>Empties the log beside the embedded database, which holds what was deleted until it is written over; a server's database does this in its own time. Null: nothing to do.</summary>
    public static string? EmptyLog(DatabaseProvider provider) => provider is DatabaseProvider.Sqlite ? "PRAGMA wal_checkpoint(TRUNCATE)" : null;

    public static bool Understands(DatabaseProvider provider, string connection)
    {
        try
        {
            using var parsed = Connection(provider, connection);
            return parsed.DataSource.Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static ArgumentOutOfRangeException Unknown(DatabaseProvider provider) => new(nameof(provider), provider, "Unknown database provider");
}
