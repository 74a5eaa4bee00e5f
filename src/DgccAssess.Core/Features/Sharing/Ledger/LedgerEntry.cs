using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Countries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Sharing.Ledger;

/// <summary>Somebody in Korea's hub saw or exported figures of this government: a copy of the hub's note, kept here for good.</summary>
public sealed class LedgerEntry : IImmutable
{
    /// <summary>The hub's own, so that nothing is copied twice.</summary>
    public required Guid Id { get; init; }

    public required DateTime At { get; init; }
    public required string ByName { get; init; }
    public required AccessKind Kind { get; init; }
    public required string Place { get; init; }
    public required string Round { get; init; }
    public required int Number { get; init; }
    public required SharingLevel Level { get; init; }

    /// <summary>Null: seen at the default level, without an agreement.</summary>
    public required int? Agreement { get; init; }
}

internal sealed class LedgerEntryConfiguration : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("SharingLedger");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.ByName).HasMaxLength(200);
        builder.Property(e => e.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(e => e.Place).HasMaxLength(64);
        builder.Property(e => e.Round).HasMaxLength(32);
        builder.Property(e => e.Level).HasConversion<int>();
        builder.HasIndex(e => e.At).HasDatabaseName("IX_SharingLedger_At");
    }
}
