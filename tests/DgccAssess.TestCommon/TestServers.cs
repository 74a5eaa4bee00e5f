namespace DgccAssess.TestCommon;

/// <summary>Database servers the tests may use, as infra/test started them.</summary>
public static class TestServers
{
    public const string PostgreSqlVariable = "DGCC_TEST_POSTGRES";

    /// <summary>Connection string of a throwaway PostgreSQL server whose user may create databases; null when there is none.</summary>
    public static string? PostgreSql { get; } = Environment.GetEnvironmentVariable(PostgreSqlVariable) is { Length: > 0 } value ? value : null;
}
