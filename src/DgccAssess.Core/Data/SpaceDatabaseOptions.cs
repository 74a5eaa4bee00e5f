using DgccAssess.Core.Features.Federation;
using DgccAssess.Core.Features.Sharing.Publishing;
using Microsoft.Extensions.Options;

namespace DgccAssess.Core.Data;

/// <summary>A space's own database, bound from "Spaces:ID": another server, another country, another provider. Beside it the secret of its identity provider.</summary>
public sealed record SpaceDatabaseOptions
{
    /// <summary>Name of a <see cref="DatabaseProvider"/>; the installation's where it is not given.</summary>
    public string? Provider { get; init; }

    public string? ConnectionString { get; init; }

    /// <summary>A mounted file that holds the connection string and nothing else.</summary>
    public string? ConnectionStringFile { get; init; }

    public IdentityProviderSecret? IdentityProvider { get; init; }

    /// <summary>Korea's hub in another installation; null: the one of this installation.</summary>
    public HubOptions? Hub { get; init; }

    /// <summary>The space's database is elsewhere. Without another thing of the space there is nothing else the setting could be about.</summary>
    public bool HasDatabase => (IdentityProvider is null && Hub is null) || Provider is not null || ConnectionString is not null || ConnectionStringFile is not null;

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
        var faults = options.Spaces.SelectMany(s => new[] { s.Value.HasDatabase ? Fault(s.Key, s.Value, options.Provider) : null, s.Value.IdentityProvider?.Fault(s.Key), s.Value.Hub?.Fault(s.Key) }).OfType<string>().ToList();
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
