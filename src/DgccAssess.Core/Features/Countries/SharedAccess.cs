using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Countries;

/// <summary>How figures left the hub's database.</summary>
public enum AccessKind
{
    /// <summary>On a page.</summary>
    Seen,

    /// <summary>In a file that can be carried away.</summary>
    Exported,
}

/// <summary>Somebody in the hub saw or exported figures of a partner: written before they are shown, and read by the partner.</summary>
public sealed class SharedAccess : IImmutable
{
    public required Guid Id { get; init; }
    public required string PartnerId { get; init; }
    public required Guid SnapshotId { get; init; }
    public required string Round { get; init; }
    public required int Number { get; init; }
    public required SharingLevel Level { get; init; }
    public required int? Agreement { get; init; }
    public required AccessKind Kind { get; init; }

    /// <summary>Code of the page or file, for example comparison or brief.pdf.</summary>
    public required string Place { get; init; }

    public required Guid ById { get; init; }
    public required string ByName { get; init; }
    public required DateTime At { get; init; }
}

/// <summary>A line of the ledger as the partner gets it.</summary>
public sealed record AccessRecord(Guid Id, DateTime At, string ByName, AccessKind Kind, string Place, string Round, int Number, SharingLevel Level, int? Agreement);

internal sealed class SharedAccessConfiguration : IEntityTypeConfiguration<SharedAccess>
{
    public void Configure(EntityTypeBuilder<SharedAccess> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.PartnerId).HasMaxLength(CountryRules.PartnerLength);
        builder.Property(a => a.Round).HasMaxLength(32);
        builder.Property(a => a.Level).HasConversion<int>();
        builder.Property(a => a.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(a => a.Place).HasMaxLength(64);
        builder.Property(a => a.ByName).HasMaxLength(200);
        builder.HasIndex(a => new { a.PartnerId, a.At }).HasDatabaseName("IX_SharedAccesses_Partner_At");
        builder.HasOne<SharedSnapshot>().WithMany().HasForeignKey(a => a.SnapshotId).OnDelete(DeleteBehavior.Restrict);
    }
}
