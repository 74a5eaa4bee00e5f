using DgccAssess.Core.Data;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Data;

/// <summary>The one place that says that the suite did not run on SQL Server; where one is reachable, every theory on databases does.</summary>
public sealed class SqlServerTests(TestApps apps)
{
    [Fact]
    public async Task Suite_RunsOnSqlServerToo_WhereOneIsReachable()
    {
        Assert.SkipWhen(TestServers.SqlServer is null, TestServers.SqlServerMissing);

        var space = await apps.On(DatabaseProvider.SqlServer).CreateSpaceAsync();

        Assert.True(await space.ReadAsync(db => Task.FromResult(db.Database.IsSqlServer())));
        Assert.Equal(space.Space.Id, await space.ReadAsync(db => db.SpaceMarkers.Select(m => m.SpaceId).SingleAsync()));
    }
}
