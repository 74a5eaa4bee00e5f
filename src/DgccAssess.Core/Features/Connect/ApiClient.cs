using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenIddict.EntityFrameworkCore.Models;

namespace DgccAssess.Core.Features.Connect;

public enum ApiClientKind
{
    /// <summary>A program that acts for itself: client credentials.</summary>
    Service,

    /// <summary>A web application that acts for a person and can keep a secret: authorization code with PKCE.</summary>
    Web,

    /// <summary>A program on a person's device, which can't keep a secret: authorization code with PKCE alone.</summary>
    Device,
}

/// <summary>A program that may ask this space for tokens. The secret is stored as a hash.</summary>
public sealed class ApiClient : OpenIddictEntityFrameworkCoreApplication<Guid, ApiGrant, ApiToken>, IVersioned, IAudited
{
    public ApiClientKind Kind { get; internal set; }

    /// <summary>Scopes of the API it may ask for.</summary>
    public IReadOnlyList<string> Scopes { get; internal set; } = [];

    public DateTime CreatedAt { get; internal set; }

    /// <summary>Written at most once a minute.</summary>
    public DateTime? LastUsedAt { get; internal set; }

    /// <summary>Since when it gets nothing any more; the row stays for whoever asks what it was.</summary>
    public DateTime? RevokedAt { get; internal set; }

    public int Version { get; private set; } = 1;
}

/// <summary>What a person allowed a client, or what ties the tokens of one code together.</summary>
public sealed class ApiGrant : OpenIddictEntityFrameworkCoreAuthorization<Guid, ApiClient, ApiToken>
{
    public ApiGrant() => Id = Guid.CreateVersion7();
}

/// <summary>A code, an access token or a refresh token: looked up whenever it is presented.</summary>
public sealed class ApiToken : OpenIddictEntityFrameworkCoreToken<Guid, ApiClient, ApiGrant>
{
    public ApiToken() => Id = Guid.CreateVersion7();
}

/// <summary>A scope beside those of the program; none so far.</summary>
public sealed class ScopeEntry : OpenIddictEntityFrameworkCoreScope<Guid>;

internal static class ConnectModel
{
    public static void AddConnect(this ModelBuilder builder)
    {
        builder.UseOpenIddict<ApiClient, ApiGrant, ScopeEntry, ApiToken, Guid>();
        builder.Entity<ApiGrant>().ToTable("ApiGrants");
        builder.Entity<ApiToken>().ToTable("ApiTokens").HasIndex(t => t.ExpirationDate).HasDatabaseName("IX_ApiTokens_ExpirationDate");
        builder.Entity<ScopeEntry>().ToTable("ApiScopes");
        builder.ApplyConfiguration(new ApiClientConfiguration());
        builder.ApplyConfiguration(new Keys.SpaceKeyConfiguration());
    }
}

internal sealed class ApiClientConfiguration : IEntityTypeConfiguration<ApiClient>
{
    /// <summary>Lists of addresses and permissions, as JSON.</summary>
    private const int ListLength = 4000;

    public void Configure(EntityTypeBuilder<ApiClient> builder)
    {
        builder.ToTable("ApiClients");
        builder.Property(c => c.DisplayName).HasMaxLength(ApiClientRules.NameLength);
        builder.Property(c => c.ClientSecret).HasMaxLength(400);
        builder.Property(c => c.RedirectUris).HasMaxLength(ListLength);
        builder.Property(c => c.Permissions).HasMaxLength(ListLength);
        builder.Property(c => c.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(c => c.Scopes).IsJsonList().HasMaxLength(1000);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.CreatedAt).HasDatabaseName("IX_ApiClients_CreatedAt");
    }
}
