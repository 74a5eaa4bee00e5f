using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Sharing.Publishing;

public enum PublicationKind
{
    Publish,

    /// <summary>Everything shared of the round so far is gone from the hub; a tombstone stays.</summary>
    Withdraw,
}

/// <summary>Something said to the hub, in order and once: a further version of a round's payload, or its withdrawal. Written in the save that decides it; the delivery is noted later.</summary>
public sealed class SharingPublication
{
    public required Guid Id { get; init; }

    /// <summary>1, 2, ... in the space, without gaps: the order in which the hub takes them.</summary>
    public required int Sequence { get; init; }

    public required Guid RoundId { get; init; }
    public required PublicationKind Kind { get; init; }

    /// <summary>1, 2, ... within the round, of payloads; a withdrawal carries the last one's.</summary>
    public required int Number { get; init; }

    public required SharingLevel Level { get; init; }

    /// <summary>What it rests on; null: the space's default level.</summary>
    public Guid? AgreementId { get; init; }

    /// <summary>SharingEnvelope as JSON: what is signed.</summary>
    public required string Envelope { get; init; }

    /// <summary>SharedPayload as JSON; null for a withdrawal.</summary>
    public string? Payload { get; init; }

    /// <summary>SHA-256 of <see cref="Payload"/>, lower-case hex.</summary>
    public string? PayloadHash { get; init; }

    public required string KeyId { get; init; }

    /// <summary>r and s, 32 bytes each, over the envelope's bytes. Should the key be lost before it is delivered, it goes with another's.</summary>
    public required byte[] Signature { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>When the hub confirmed it.</summary>
    public DateTime? DeliveredAt { get; set; }
}

internal sealed class SharingPublicationConfiguration : IEntityTypeConfiguration<SharingPublication>
{
    /// <summary>Characters of an envelope: agreement and reason included.</summary>
    private const int EnvelopeLength = 8000;

    public void Configure(EntityTypeBuilder<SharingPublication> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(p => p.Level).HasConversion<int>();
        builder.Property(p => p.Envelope).HasMaxLength(EnvelopeLength);
        builder.Property(p => p.PayloadHash).HasMaxLength(64);
        builder.Property(p => p.KeyId).HasMaxLength(64);
        builder.Property(p => p.Signature).HasMaxLength(64);
        builder.HasIndex(p => p.Sequence).IsUnique().HasDatabaseName("UX_SharingPublications_Sequence");
        builder.HasIndex(p => new { p.RoundId, p.Sequence }).HasDatabaseName("IX_SharingPublications_Round_Sequence");
        builder.HasIndex(p => p.DeliveredAt).HasDatabaseName("IX_SharingPublications_DeliveredAt");
        builder.HasOne<Round>().WithMany().HasForeignKey(p => p.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agreements.SharingAgreement>().WithMany().HasForeignKey(p => p.AgreementId).OnDelete(DeleteBehavior.Restrict);
    }
}
