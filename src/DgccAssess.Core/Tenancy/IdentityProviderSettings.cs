using DgccAssess.Core.Data;

namespace DgccAssess.Core.Tenancy;

/// <summary>The national identity provider (OpenID Connect) a government sends its officials to; from identityProvider in tenant.yaml. Its secret is no part of it.</summary>
public sealed record IdentityProviderSettings
{
    /// <summary>Address whose /.well-known/openid-configuration says the rest.</summary>
    public required string Issuer { get; init; }

    /// <summary>What the provider calls this space.</summary>
    public required string ClientId { get; init; }

    /// <summary>Shown to people.</summary>
    public required LocalizedText Names { get; init; }

    /// <summary>Asked for beside openid.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = DefaultScopes;

    public string EmailClaim { get; init; } = "email";

    public string NameClaim { get; init; } = "name";

    /// <summary>Claim that names the person's agency; null: who works where is decided here.</summary>
    public string? AgencyClaim { get; init; }

    /// <summary>Claim that says what somebody does. Without <see cref="Roles"/> it is not read.</summary>
    public string RoleClaim { get; init; } = "role";

    /// <summary>The provider vouches for every address, whether it says so (email_verified) or not.</summary>
    public bool TrustsEmail { get; init; }

    /// <summary>Values of the role claim and the roles they mean; empty: roles are decided here.</summary>
    public IReadOnlyList<MappedValue> Roles { get; init; } = [];

    /// <summary>For whoever has no role otherwise; null: they are not let in.</summary>
    public string? DefaultRole { get; init; }

    /// <summary>Values of the agency claim that are not the agency's code, and the codes they mean.</summary>
    public IReadOnlyList<MappedValue> Agencies { get; init; } = [];

    /// <summary>Ends of the mail addresses let in: gov.example, *.gov.example for everything below it, * for all.</summary>
    public IReadOnlyList<string> AllowedDomains { get; init; } = [];

    /// <summary>People let in whatever their address, by the provider's name for them (sub).</summary>
    public IReadOnlyList<string> AllowedSubjects { get; init; } = [];

    /// <summary>Methods of authentication (amr) that stand for a second factor here.</summary>
    public IReadOnlyList<string> SecondFactorMethods { get; init; } = [];

    /// <summary>Classes of authentication (acr) that stand for a second factor here.</summary>
    public IReadOnlyList<string> SecondFactorClasses { get; init; } = [];

    /// <summary>Whether passwords and passkeys of this space still open it.</summary>
    public bool LocalSignIn { get; init; } = true;

    public static IReadOnlyList<string> DefaultScopes { get; } = ["profile", "email"];
}

/// <summary>What the provider says, and what it means here.</summary>
public sealed record MappedValue(string Value, string Meaning)
{
    public override string ToString() => $"{Value} = {Meaning}";
}
