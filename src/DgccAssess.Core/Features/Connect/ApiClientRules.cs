using System.Buffers.Text;
using System.Security.Cryptography;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using Allowed = OpenIddict.Abstractions.OpenIddictConstants.Permissions;

namespace DgccAssess.Core.Features.Connect;

/// <summary>What a client may be: limits of its fields, and what each kind is allowed.</summary>
public static class ApiClientRules
{
    public const int NameLength = 100;
    public const int MaxRedirectUris = 10;
    public const int RedirectUriLength = 300;

    private const int SecretBytes = 32;

    /// <summary>256 random bits: what it is hashed with matters little.</summary>
    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    public static bool HasSecret(ApiClientKind kind) => kind is not ApiClientKind.Device;

    public static bool ActsForPeople(ApiClientKind kind) => kind is not ApiClientKind.Service;

    public static IEnumerable<Problem> Check(RegisterApiClientCommand command)
    {
        if (string.IsNullOrWhiteSpace(command.Name)) yield return new(nameof(command.Name), ConnectMessages.NameMissing);
        else if (command.Name.Length > NameLength) yield return new(nameof(command.Name), ConnectMessages.NameTooLong, NameLength);
        if (command.Scopes.Count == 0) yield return new(nameof(command.Scopes), ConnectMessages.ScopesMissing);
        else if (command.Scopes.Except(ApiScopes.All).FirstOrDefault() is { } unknown) yield return new(nameof(command.Scopes), ConnectMessages.ScopeUnknown, unknown);
        if (!ActsForPeople(command.Kind)) yield break;

        if (command.RedirectUris.Count == 0) yield return new(nameof(command.RedirectUris), ConnectMessages.RedirectMissing);
        if (command.RedirectUris.Count > MaxRedirectUris) yield return new(nameof(command.RedirectUris), Messages.TooMany, MaxRedirectUris);
        foreach (var address in command.RedirectUris.Where(a => !IsRedirect(a, command.Kind)))
        {
            yield return new(nameof(command.RedirectUris), ConnectMessages.RedirectInvalid, address.Length > RedirectUriLength ? address[..RedirectUriLength] : address);
        }
    }

    /// <summary>https, without a fragment; on a person's own device also http to the device itself (RFC 8252 section 7.3).</summary>
    public static bool IsRedirect(string address, ApiClientKind kind) =>
        address.Length <= RedirectUriLength && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (kind is ApiClientKind.Device && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    /// <summary>Permissions in OpenIddict's words.</summary>
    public static IEnumerable<string> PermissionsOf(ApiClientKind kind, IEnumerable<string> scopes)
    {
        string[] common = [Allowed.Endpoints.Token, Allowed.Endpoints.Introspection, Allowed.Endpoints.Revocation];
        string[] own = ActsForPeople(kind)
            ? [Allowed.Endpoints.Authorization, Allowed.GrantTypes.AuthorizationCode, Allowed.GrantTypes.RefreshToken, Allowed.ResponseTypes.Code, Allowed.Scopes.Email, Allowed.Scopes.Profile, Allowed.Scopes.Roles]
            : [Allowed.GrantTypes.ClientCredentials];
        return [.. common, .. own, .. scopes.Select(s => Allowed.Prefixes.Scope + s)];
    }

    internal static OpenIddictApplicationDescriptor Describe(ApiClientKind kind, IEnumerable<string> scopes, IEnumerable<string> redirects)
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientType = HasSecret(kind) ? ClientTypes.Confidential : ClientTypes.Public,
            ApplicationType = kind is ApiClientKind.Device ? ApplicationTypes.Native : ApplicationTypes.Web,
            ConsentType = ConsentTypes.Explicit,
        };
        descriptor.Permissions.UnionWith(PermissionsOf(kind, scopes));
        descriptor.RedirectUris.UnionWith(redirects.Select(r => new Uri(r)));
        if (ActsForPeople(kind)) descriptor.Requirements.Add(Requirements.Features.ProofKeyForCodeExchange);
        return descriptor;
    }
}

public static class ConnectMessages
{
    public const string NameMissing = "Connect.NameMissing";
    public const string NameTooLong = "Connect.NameTooLong";
    public const string ScopesMissing = "Connect.ScopesMissing";
    public const string ScopeUnknown = "Connect.ScopeUnknown";
    public const string RedirectMissing = "Connect.RedirectMissing";
    public const string RedirectInvalid = "Connect.RedirectInvalid";
    public const string Revoked = "Connect.Revoked";
    public const string NoSecret = "Connect.NoSecret";
}
