using System.Reflection;
using DgccAssess.Core.Data;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace DgccAssess.TestCommon;

/// <summary>Runs a theory on every database the tests can reach; one that is not there is skipped in sight.</summary>
public sealed class DatabasesAttribute : DataAttribute
{
    public override bool SupportsDiscoveryEnumeration() => true;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new(new ITheoryDataRow[]
        {
            new TheoryDataRow<DatabaseProvider>(DatabaseProvider.Sqlite),
            new TheoryDataRow<DatabaseProvider>(DatabaseProvider.PostgreSql)
            {
                Skip = TestServers.PostgreSql is null ? $"{TestServers.PostgreSqlVariable} is not set; infra/test starts a server." : null,
            },
        });
}
