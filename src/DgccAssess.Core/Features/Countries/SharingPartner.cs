using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Countries;

/// <summary>A government that publishes to the hub, known by its key.</summary>
public sealed class SharingPartner : IVersioned, IAudited
{
    private SharingPartner() { }

    /// <summary>Id of its space, here or in its own installation.</summary>
    public required string Id { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    public LocalizedText Names { get; private set; } = LocalizedText.Of();

    /// <summary>SHA-256 of the public key its publications must be signed with, lower-case hex.</summary>
    public string KeyId { get; private set; } = "";

    /// <summary>The program of its own installation that may publish; null for a tenant of this one.</summary>
    public Guid? ClientId { get; private set; }

    /// <summary>The last publication taken.</summary>
    public int LastSequence { get; private set; }

    public required DateTime RegisteredAt { get; init; }
    public int Version { get; private set; } = 1;

    public static SharingPartner Create(string id, string country, LocalizedText names, string keyId, Guid? clientId, DateTime nowUtc) => new()
    {
        Id = id, Country = country, Names = names, KeyId = keyId, ClientId = clientId, RegisteredAt = nowUtc,
    };

    public void Took(int sequence, LocalizedText? names) => (LastSequence, Names) = (sequence, names ?? Names);

    public void TakeKey(string keyId) => KeyId = keyId;

    public void TakeProgram(Guid clientId) => ClientId = clientId;
}

internal sealed class SharingPartnerConfiguration : IEntityTypeConfiguration<SharingPartner>
{
    public void Configure(EntityTypeBuilder<SharingPartner> builder)
    {
        builder.Property(p => p.Id).HasMaxLength(CountryRules.PartnerLength);
        builder.Property(p => p.Country).HasMaxLength(2);
        builder.Property(p => p.KeyId).HasMaxLength(64);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.Country).HasDatabaseName("IX_SharingPartners_Country");
        builder.HasIndex(p => p.ClientId).HasDatabaseName("IX_SharingPartners_Client");
    }
}
