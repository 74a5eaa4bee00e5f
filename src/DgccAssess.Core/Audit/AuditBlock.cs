using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Audit;

/// <summary>A link of the chain: a run of events under one hash that also covers the block before (src/decisions/0014-audit-chain.md).</summary>
public sealed class AuditBlock : IImmutable
{
    /// <summary>1, 2, 3, ... without a gap. Two sealers at once reach for the same number; one of them gets it.</summary>
    public required int Number { get; init; }

    public required long FirstSequence { get; init; }
    public required int Count { get; init; }

    /// <summary>Every event committed by then and dated before this instant is in this block or an earlier one.</summary>
    public required DateTime SettledUntil { get; init; }

    public required DateTime SealedAt { get; init; }
    public required string PreviousHash { get; init; }
    public required string Hash { get; init; }

    internal AuditBlock With(string hash) => new()
    {
        Number = Number, FirstSequence = FirstSequence, Count = Count, SettledUntil = SettledUntil, SealedAt = SealedAt, PreviousHash = PreviousHash, Hash = hash,
    };
}

/// <summary>An event's place in the chain. The event itself stays as it was written.</summary>
public sealed class SealedEvent : IImmutable
{
    /// <summary>1, 2, 3, ... over the whole space, without a gap.</summary>
    public required long Sequence { get; init; }

    public required Guid EventId { get; init; }
    public required int Block { get; init; }
    public required string Hash { get; init; }
}

internal sealed class AuditBlockConfiguration : IEntityTypeConfiguration<AuditBlock>
{
    public void Configure(EntityTypeBuilder<AuditBlock> builder)
    {
        builder.HasKey(b => b.Number);
        builder.Property(b => b.Number).ValueGeneratedNever();
        builder.Property(b => b.PreviousHash).HasMaxLength(64);
        builder.Property(b => b.Hash).HasMaxLength(64);
    }
}

internal sealed class SealedEventConfiguration : IEntityTypeConfiguration<SealedEvent>
{
    public void Configure(EntityTypeBuilder<SealedEvent> builder)
    {
        builder.HasKey(s => s.Sequence);
        builder.Property(s => s.Sequence).ValueGeneratedNever();
        builder.Property(s => s.Hash).HasMaxLength(64);
        builder.HasIndex(s => s.EventId).IsUnique().HasDatabaseName("UX_SealedEvents_EventId");
        builder.HasIndex(s => s.Block).HasDatabaseName("IX_SealedEvents_Block");
    }
}
