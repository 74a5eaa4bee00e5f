using System.Collections.Concurrent;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Connect.Keys;
using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Client;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace DgccAssess.Web.Features.Federation;

/// <summary>A space as the client of its identity provider.</summary>
public sealed record SpaceFederation(OpenIddictClientOptions Client, IdentityProviderSettings Settings, string KeysId, DateTime BuiltAt)
{
    /// <summary>What the provider publishes can be read, or is known already.</summary>
    public async Task<bool> AnswersAsync(CancellationToken ct)
    {
        try
        {
            return await Client.Registrations.Single().ConfigurationManager!.GetConfigurationAsync(ct) is not null;
        }
        catch (InvalidOperationException)
        {
            // Whatever was in the way, OpenIddict has logged.
            return false;
        }
    }
}

/// <summary>Builds it once for each state of a space's settings and keys, and anew from time to time: the provider's keys change.</summary>
public sealed class SpaceFederations(
    SpaceKeys keys, IOptions<DatabaseOptions> secrets, TimeProvider clock,
    IEnumerable<IConfigureOptions<OpenIddictClientOptions>> setups, IEnumerable<IPostConfigureOptions<OpenIddictClientOptions>> checks)
{
    /// <summary>Where the provider sends people back to, below the space's base address.</summary>
    public const string Callback = "sign-in/provider/back";

    /// <summary>What the provider publishes is read by a request that waits for it, and never behind the back of one that has ended.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, SpaceFederation> built = new(StringComparer.Ordinal);

    /// <summary>Null where the space has no identity provider.</summary>
    public async ValueTask<SpaceFederation?> OfAsync(SpaceInfo space, CancellationToken ct)
    {
        if (space.Settings.IdentityProvider is not { } settings) return null;
        var current = await keys.OfAsync(space, ct);
        if (built.TryGetValue(space.Id, out var known) && known.KeysId == current.Id && clock.UtcNow - known.BuiltAt < Remembered && FieldsOf(known.Settings) == FieldsOf(settings)) return known;
        return built[space.Id] = new(Build(space, settings, current), settings, current.Id, clock.UtcNow);
    }

    /// <summary>The next request reads anew what the provider publishes.</summary>
    public void Forget(SpaceInfo space) => built.TryRemove(space.Id, out _);

    // What the client is built of; the rest is read at each sign-in.
    private static (string, string, string) FieldsOf(IdentityProviderSettings settings) => (settings.Issuer, settings.ClientId, string.Join(' ', settings.Scopes));

    private OpenIddictClientOptions Build(SpaceInfo space, IdentityProviderSettings settings, SpaceKeySet current)
    {
        var options = new OpenIddictClientOptions();
        foreach (var setup in setups) setup.Configure(options);
        options.SigningCredentials.AddRange(current.Signing.Select(k => new SigningCredentials(k, SecurityAlgorithms.EcdsaSha256)));
        options.EncryptionCredentials.AddRange(current.Encryption.Select(k => new EncryptingCredentials(k, SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512)));
        var registration = new OpenIddictClientRegistration
        {
            RegistrationId = space.Id, Issuer = new Uri(settings.Issuer), ClientId = settings.ClientId, ClientSecret = SecretOf(space.Id), RedirectUri = new Uri(Callback, UriKind.Relative),
        };
        registration.Scopes.UnionWith(settings.Scopes);
        registration.CodeChallengeMethods.Add(CodeChallengeMethods.Sha256);
        // The cookie that binds the answer to the browser comes with links, not with posts of another site.
        registration.ResponseModes.Add(ResponseModes.Query);
        options.Registrations.Add(registration);
        foreach (var check in checks) check.PostConfigure(Options.DefaultName, options);
        return options;
    }

    /// <summary>Null: a public client, which PKCE protects.</summary>
    private string? SecretOf(string spaceId) => secrets.Value.Spaces.TryGetValue(spaceId, out var own) ? own.IdentityProvider?.Read() : null;
}

/// <summary>What OpenIddict reads as its options is the federation of the request's space. Outside such a request it throws.</summary>
public sealed class SpaceFederationOptions(IHttpContextAccessor accessor) : IOptionsMonitor<OpenIddictClientOptions>
{
    public OpenIddictClientOptions CurrentValue =>
        accessor.HttpContext?.Features.Get<SpaceFederation>()?.Client ?? throw new InvalidOperationException("No identity provider is asked outside a request of a space that has one.");

    public OpenIddictClientOptions Get(string? name) => CurrentValue;

    /// <summary>Other settings come as other options; nothing changes within a request.</summary>
    public IDisposable? OnChange(Action<OpenIddictClientOptions, string?> listener) => null;
}
