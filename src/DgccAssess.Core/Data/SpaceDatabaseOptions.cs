using Microsoft.Extensions.Options;

namespace DgccAssess.Core.Data;

/// <summary>A space's own database, bound from "Spaces:ID": another server, another country, another provider.</summary>
public sealed record SpaceDatabaseOptions
{
    /// <summary>Name of a <see cref="DatabaseProvider"/>; the installation's where it is not given.</summary>
    public string? Provider { get; init; }

    public string? ConnectionString { get; init; }

    /// <summary>A mounted file that holds the connection string and nothing else.</summary>
    public string? ConnectionStringFile { get; init; }

    /// <summary>Null when the name is no provider's.</summary>
    public DatabaseProvider? ProviderOr(DatabaseProvider standard) =>
        Provider is null ? standard : Enum.TryParse<DatabaseProvider>(Provider, ignoreCase: true, out var own) && Enum.IsDefined(own) ? own : null;

    public string Connection() => ConnectionString ?? File.ReadAllText(ConnectionStringFile!).Trim();
}

/// <summary>Says in one line each what is wrong, without repeating anything that may be secret.</summary>
internal sealed class SpaceDatabaseRules : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        var faults = options.Spaces.Select(s => Fault(s.Key, s.Value, options.Provider)).OfType<string>().ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static string? Fault(string id, SpaceDatabaseOptions own, DatabaseProvider standard)
    {
        if (own.ProviderOr(standard) is not { } provider)
        {
            return $"Spaces:{id}:Provider is '{own.Provider}'; use {string.Join(", ", Enum.GetNames<DatabaseProvider>())}.";
        }

        if (own.ConnectionString is null == own.ConnectionStringFile is null)
        {
            return $"Spaces:{id} needs either ConnectionString or ConnectionStringFile.";
        }

        try
        {
            return own.Connection() is { Length: > 0 } connection && Providers.Understands(provider, connection)
                ? null
                : $"Spaces:{id} has no connection string that {provider} understands.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"Spaces:{id}:ConnectionStringFile can't be read: {own.ConnectionStringFile}";
        }
    }
}
