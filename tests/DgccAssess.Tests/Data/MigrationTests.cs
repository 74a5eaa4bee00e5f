using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace DgccAssess.Tests.Data;

/// <summary>Six migration sets match the two models; SQL Server's scripts parse and keep its limits, though no such server runs here.</summary>
public sealed class MigrationTests
{
    private const int LargestIndexKeyBytes = 1700;

    public static TheoryData<DatabaseProvider, bool> Sets()
    {
        var sets = new TheoryData<DatabaseProvider, bool>();
        foreach (var provider in Enum.GetValues<DatabaseProvider>())
        {
            sets.Add(provider, false);
            sets.Add(provider, true);
        }

        return sets;
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task Model_HasNoChangeWithoutAMigration(DatabaseProvider provider, bool hub)
    {
        await using var db = Open(provider, hub);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SqlServer_IdempotentScript_Parses(bool hub)
    {
        await using var db = Open(DatabaseProvider.SqlServer, hub);
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        Assert.Empty(ParseErrors(script));
        Assert.Contains("CREATE TABLE", script, StringComparison.Ordinal);
    }

    [Fact]
    public void Parser_FailsOnBrokenSql() => Assert.NotEmpty(ParseErrors("CREATE TABLE ( nothing"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SqlServer_IndexKeys_AreBoundedAndSmallEnough(bool hub)
    {
        await using var db = Open(DatabaseProvider.SqlServer, hub);
        var keys = db.GetService<IDesignTimeModel>().Model.GetEntityTypes().Where(e => !e.IsMappedToJson())
            .SelectMany(e => e.GetIndexes().Select(i => (Name: i.GetDatabaseName(), i.Properties)).Concat(e.GetKeys().Select(k => (Name: k.GetName(), k.Properties))))
            .ToList();

        Assert.NotEmpty(keys);
        Assert.Empty(keys.Where(k => k.Properties.Sum(KeyBytes) > LargestIndexKeyBytes).Select(k => k.Name));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SqlServer_CascadingDeletes_NeverMeet(bool hub)
    {
        await using var db = Open(DatabaseProvider.SqlServer, hub);
        var meeting = db.Model.GetEntityTypes()
            .Select(e => (e.DisplayName(), Paths: e.GetForeignKeys().Where(f => f.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull)))
            .SelectMany(e => e.Paths.SelectMany(f => Roots(f.PrincipalEntityType)).GroupBy(root => root).Where(g => g.Count() > 1));

        Assert.Empty(meeting);
    }

    private static IEnumerable<string> Roots(IEntityType type) =>
        type.GetForeignKeys().Where(f => f.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull)
            .SelectMany(f => Roots(f.PrincipalEntityType)).Append(type.DisplayName());

    private static int KeyBytes(IReadOnlyProperty property) => ((RelationalTypeMapping)property.GetTypeMapping()).StoreTypeNameBase switch
    {
        "nvarchar" => property.GetMaxLength() is { } length ? 2 * length : int.MaxValue / 4,
        "varbinary" => property.GetMaxLength() ?? int.MaxValue / 4,
        _ => 16,
    };

    private static IList<ParseError> ParseErrors(string script)
    {
        using var reader = new StringReader(script);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return errors;
    }

    private static SpaceDbContext Open(DatabaseProvider provider, bool hub)
    {
        // Nothing connects: models and scripts need only the provider.
        var connection = provider is DatabaseProvider.Sqlite ? "Data Source=:memory:" : "Server=localhost";
        return hub
            ? new HubDbContext(new DbContextOptionsBuilder<HubDbContext>().UseProvider(provider, connection).Options)
            : new TenantDbContext(new DbContextOptionsBuilder<TenantDbContext>().UseProvider(provider, connection).Options);
    }
}
