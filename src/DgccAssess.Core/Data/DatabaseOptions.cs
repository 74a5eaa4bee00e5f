using System.ComponentModel.DataAnnotations;

namespace DgccAssess.Core.Data;

public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
    SqlServer,
}

/// <summary>Bound from "Database". Secrets come from the environment, never from a file of the project.</summary>
public sealed record DatabaseOptions
{
    public const string SpacePlaceholder = "{space}";

    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>Connection string of a space's database; {space} stands for the space's id (the hub's is "hub").</summary>
    [Required]
    [RegularExpression(@".*\{space\}.*", ErrorMessage = "Database:ConnectionString must contain {space}: every space has a database of its own.")]
    public string ConnectionString { get; init; } = "Data Source=data/{space}.db";

    public string For(string spaceId) => ConnectionString.Replace(SpacePlaceholder, spaceId, StringComparison.Ordinal);
}
