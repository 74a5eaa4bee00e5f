using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Printing;

public enum PrintItemState
{
    Waiting,
    Printed,
    Failed,
}

/// <summary>One report of a batch. Bookkeeping of the program: it is the truth about how far a batch is, and outlives the process.</summary>
public sealed class PrintItem
{
    /// <summary>Characters kept of what went wrong.</summary>
    public const int MaxError = 300;

    public required Guid BatchId { get; init; }

    /// <summary>1, 2, ... in the order of the agencies' codes.</summary>
    public required int Position { get; init; }

    public required string Agency { get; init; }

    /// <summary>The very result that is printed; a later correction does not change it.</summary>
    public required Guid SnapshotId { get; init; }

    public PrintItemState State { get; set; }
    public DateTime? PrintedAt { get; set; }
    public int Bytes { get; set; }

    /// <summary>Of the file, lower-case hexadecimal.</summary>
    public string? Sha256 { get; set; }

    /// <summary>Why it failed.</summary>
    public string? Error { get; set; }
}

internal sealed class PrintItemConfiguration : IEntityTypeConfiguration<PrintItem>
{
    public void Configure(EntityTypeBuilder<PrintItem> builder)
    {
        builder.ToTable("PrintItems");
        builder.HasKey(i => new { i.BatchId, i.Position });
        builder.Property(i => i.Position).ValueGeneratedNever();
        builder.Property(i => i.Agency).HasMaxLength(64);
        builder.Property(i => i.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(i => i.Sha256).HasMaxLength(64);
        builder.Property(i => i.Error).HasMaxLength(PrintItem.MaxError);
        builder.HasIndex(i => new { i.BatchId, i.State, i.Position }).HasDatabaseName("IX_PrintItems_Batch_State_Position");
        builder.HasOne<PrintBatch>().WithMany().HasForeignKey(i => i.BatchId).OnDelete(DeleteBehavior.Restrict);
    }
}
