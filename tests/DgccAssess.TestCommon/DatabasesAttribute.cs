using System.Reflection;
using DgccAssess.Core.Data;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace DgccAssess.TestCommon;

/// <summary>Runs a theory on every database the tests can reach. That one is not there, is seen: for PostgreSQL in every theory, for SQL Server, which few have, in one test.</summary>
public sealed class DatabasesAttribute : DataAttribute
{
    public override bool SupportsDiscoveryEnumeration() => true;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Rows()]);

    private static IEnumerable<ITheoryDataRow> Rows()
    {
        yield return new TheoryDataRow<DatabaseProvider>(DatabaseProvider.Sqlite);
        yield return new TheoryDataRow<DatabaseProvider>(DatabaseProvider.PostgreSql)
        {
            Skip = TestServers.PostgreSql is null ? $"{TestServers.PostgreSqlVariable} is not set; infra/test starts a server." : null,
        };
        if (TestServers.SqlServer is not null) yield return new TheoryDataRow<DatabaseProvider>(DatabaseProvider.SqlServer);
    }
}
