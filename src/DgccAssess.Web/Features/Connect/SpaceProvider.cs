using System.Collections.Concurrent;
using DgccAssess.Core.Features.Connect.Keys;
using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Validation;

namespace DgccAssess.Web.Features.Connect;

/// <summary>The OpenID provider of one space: settings that hold for all, with the keys of this one.</summary>
public sealed record SpaceProvider(OpenIddictServerOptions Server, OpenIddictValidationOptions Validation, string KeysId);

/// <summary>Builds the provider of a space once for each set of keys.</summary>
public sealed class SpaceProviders(
    SpaceKeys keys,
    IEnumerable<IConfigureOptions<OpenIddictServerOptions>> server,
    IEnumerable<IPostConfigureOptions<OpenIddictServerOptions>> serverChecks,
    IEnumerable<IConfigureOptions<OpenIddictValidationOptions>> validation,
    IEnumerable<IPostConfigureOptions<OpenIddictValidationOptions>> validationChecks)
{
    private readonly ConcurrentDictionary<string, SpaceProvider> built = new(StringComparer.Ordinal);

    public async ValueTask<SpaceProvider> OfAsync(SpaceInfo space, CancellationToken ct)
    {
        var current = await keys.OfAsync(space, ct);
        if (built.TryGetValue(space.Id, out var provider) && provider.KeysId == current.Id) return provider;
        return built[space.Id] = Build(current);
    }

    private SpaceProvider Build(SpaceKeySet current) => new(
        Build(server, serverChecks, options =>
        {
            options.SigningCredentials.AddRange(current.Signing.Select(k => new SigningCredentials(k, SecurityAlgorithms.EcdsaSha256)));
            options.EncryptionCredentials.AddRange(current.Encryption.Select(Encrypting));
        }),
        Build(validation, validationChecks, options =>
        {
            options.Configuration = new OpenIddictConfiguration();
            options.Configuration.SigningKeys.AddRange(current.Signing);
            options.EncryptionCredentials.AddRange(current.Encryption.Select(Encrypting));
        }),
        current.Id);

    private static EncryptingCredentials Encrypting(SymmetricSecurityKey key) => new(key, SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512);

    private static T Build<T>(IEnumerable<IConfigureOptions<T>> setups, IEnumerable<IPostConfigureOptions<T>> checks, Action<T> own)
        where T : class, new()
    {
        var options = new T();
        foreach (var setup in setups) setup.Configure(options);
        own(options);
        foreach (var check in checks) check.PostConfigure(Options.DefaultName, options);
        return options;
    }
}

/// <summary>What OpenIddict reads as its options is the provider of the request's space. Outside such a request it throws.</summary>
public sealed class SpaceProviderOptions<T>(IHttpContextAccessor accessor, Func<SpaceProvider, T> of) : IOptionsMonitor<T>
{
    public T CurrentValue => accessor.HttpContext?.Features.Get<SpaceProvider>() is { } provider
        ? of(provider)
        : throw new InvalidOperationException("No tokens are issued or read outside a request of a space.");

    public T Get(string? name) => CurrentValue;

    /// <summary>New keys come as new options; nothing changes within a request.</summary>
    public IDisposable? OnChange(Action<T, string?> listener) => null;
}
