using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Countries;

/// <summary>One version of what a partner shared of a round, as it was signed. A later version stands beside it; a withdrawal takes the payload away and leaves the rest as a tombstone.</summary>
public sealed class SharedSnapshot : IAudited
{
    public required Guid Id { get; init; }
    public required string PartnerId { get; init; }
    public required string Round { get; init; }

    /// <summary>1, 2, ... within the round.</summary>
    public required int Number { get; init; }

    /// <summary>Of the partner's publications.</summary>
    public required int Sequence { get; init; }

    public required SharingLevel Level { get; init; }

    /// <summary>Null: shared at the partner's default level, without an agreement.</summary>
    public required int? Agreement { get; init; }

    public required DateOnly? AgreementEndsOn { get; init; }

    /// <summary>SharedPayload as JSON; null: withdrawn.</summary>
    public string? Payload { get; internal set; }

    public required string PayloadHash { get; init; }

    /// <summary>When the partner made it.</summary>
    public required DateTime PublishedAt { get; init; }

    public required DateTime ReceivedAt { get; init; }

    /// <summary>A later number is there.</summary>
    public DateTime? SupersededAt { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }
    public string? WithdrawnBecause { get; private set; }

    public bool IsInForce => WithdrawnAt is null && SupersededAt is null;

    public void Supersede(DateTime nowUtc) => SupersededAt ??= nowUtc;

    public void Withdraw(string because, DateTime nowUtc) => (Payload, WithdrawnAt, WithdrawnBecause) = (null, nowUtc, because);
}

/// <summary>A publication as it came, without its payload: proof of what was said, and in which order.</summary>
public sealed class SharingReceipt : IImmutable, IAudited
{
    public required Guid Id { get; init; }
    public required string PartnerId { get; init; }
    public required int Sequence { get; init; }

    /// <summary>The signed text.</summary>
    public required string Envelope { get; init; }

    /// <summary>SubjectPublicKeyInfo, lower-case hex.</summary>
    public required string PublicKey { get; init; }

    public required string Signature { get; init; }
    public required DateTime ReceivedAt { get; init; }
}

internal sealed class SharedSnapshotConfiguration : IEntityTypeConfiguration<SharedSnapshot>
{
    public void Configure(EntityTypeBuilder<SharedSnapshot> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.PartnerId).HasMaxLength(CountryRules.PartnerLength);
        builder.Property(s => s.Round).HasMaxLength(32);
        builder.Property(s => s.Level).HasConversion<int>();
        builder.Property(s => s.PayloadHash).HasMaxLength(64);
        builder.Property(s => s.WithdrawnBecause).HasMaxLength(16);
        builder.Ignore(s => s.IsInForce);
        builder.HasIndex(s => new { s.PartnerId, s.Round, s.Number }).IsUnique().HasDatabaseName("UX_SharedSnapshots_Partner_Round_Number");
        builder.HasOne<SharingPartner>().WithMany().HasForeignKey(s => s.PartnerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SharingReceiptConfiguration : IEntityTypeConfiguration<SharingReceipt>
{
    public void Configure(EntityTypeBuilder<SharingReceipt> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.PartnerId).HasMaxLength(CountryRules.PartnerLength);
        builder.Property(r => r.Envelope).HasMaxLength(CountryRules.EnvelopeLength);
        builder.Property(r => r.PublicKey).HasMaxLength(400);
        builder.Property(r => r.Signature).HasMaxLength(128);
        builder.HasIndex(r => new { r.PartnerId, r.Sequence }).IsUnique().HasDatabaseName("UX_SharingReceipts_Partner_Sequence");
        builder.HasOne<SharingPartner>().WithMany().HasForeignKey(r => r.PartnerId).OnDelete(DeleteBehavior.Restrict);
    }
}
