using System.ComponentModel.DataAnnotations;

namespace DgccAssess.Core.Data;

public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
    SqlServer,
}

/// <summary>Bound from "Database", and <see cref="Spaces"/> from "Spaces". Secrets come from the environment or a mounted file, never from a file of the project.</summary>
public sealed record DatabaseOptions
{
    public const string SpacePlaceholder = "{space}";

    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>Connection string of a space's database; {space} stands for the space's id (the hub's is "hub").</summary>
    [Required]
    [RegularExpression(@".*\{space\}.*", ErrorMessage = "Database:ConnectionString must contain {space}: every space has a database of its own.")]
    public string ConnectionString { get; init; } = "Data Source=data/{space}.db";

    /// <summary>Tenants whose connections and contexts stay ready between requests; each takes about a megabyte. Others open theirs anew.</summary>
    [Range(1, 10_000)]
    public int KeptTenants { get; init; } = 16;

    /// <summary>Spaces with a database elsewhere or a secret of their identity provider, by id.</summary>
    public IDictionary<string, SpaceDatabaseOptions> Spaces { get; } = new Dictionary<string, SpaceDatabaseOptions>(StringComparer.OrdinalIgnoreCase);

    public DatabasePlace For(string spaceId) => Spaces.TryGetValue(spaceId, out var own) && own.HasDatabase
        ? new(own.ProviderOr(Provider)!.Value, own.Connection().Replace(SpacePlaceholder, spaceId, StringComparison.Ordinal))
        : new(Provider, ConnectionString.Replace(SpacePlaceholder, spaceId, StringComparison.Ordinal));
}

/// <summary>Where a database is and how it is spoken to.</summary>
public sealed record DatabasePlace(DatabaseProvider Provider, string ConnectionString)
{
    /// <summary>For people: without account and password.</summary>
    public override string ToString()
    {
        using var connection = Providers.Connection(Provider, ConnectionString);
        return Provider is DatabaseProvider.Sqlite ? $"{Provider} {connection.DataSource}" : $"{Provider} {connection.DataSource} {connection.Database}";
    }
}
