using Testcontainers.MsSql;

namespace DgccAssess.TestCommon;

/// <summary>Database servers the tests can reach; users may create databases there.</summary>
public static class TestServers
{
    public const string PostgreSqlVariable = "DGCC_TEST_POSTGRES";
    public const string SqlServerVariable = "DGCC_TEST_SQLSERVER";

    private const string DockerSocket = "/var/run/docker.sock";
    private const string SqlServerImage = "mcr.microsoft.com/mssql/server:2022-latest";

    private static readonly Lazy<string?> SqlServerOrNone = new(FindSqlServer);

    /// <summary>Connection string of a throwaway PostgreSQL server; null when there is none.</summary>
    public static string? PostgreSql { get; } = Setting(PostgreSqlVariable);

    /// <summary>The same of SQL Server: the one named, else one in a container where Docker runs.</summary>
    public static string? SqlServer => SqlServerOrNone.Value;

    /// <summary>Why there is no SQL Server.</summary>
    public static string SqlServerMissing { get; } = $"{SqlServerVariable} is not set and no Docker engine is found: nothing runs on SQL Server, its SQL is only generated, parsed and checked.";

    private static string? FindSqlServer()
    {
        if (Setting(SqlServerVariable) is { } named) return named;
        if (!File.Exists(DockerSocket) && Setting("DOCKER_HOST") is null) return null;

        // The list of tests is made without await; the container ends with the process.
        var container = new MsSqlBuilder(SqlServerImage).Build();
        container.StartAsync().GetAwaiter().GetResult();
        return container.GetConnectionString();
    }

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
