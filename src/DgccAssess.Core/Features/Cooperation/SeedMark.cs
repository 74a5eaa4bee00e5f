using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Cooperation;

/// <summary>That a fact of the hub's folder was put into the register, and what it said then: so what people changed or removed since is told apart from what the file changed.</summary>
public sealed class SeedMark
{
    /// <summary>For example output/uzbekistan-center/handbook.</summary>
    public required string Key { get; init; }

    /// <summary>Of what the file said.</summary>
    public required string Hash { get; set; }

    /// <summary>The row it became.</summary>
    public required Guid RowId { get; init; }
}

internal sealed class SeedMarkConfiguration : IEntityTypeConfiguration<SeedMark>
{
    public void Configure(EntityTypeBuilder<SeedMark> builder)
    {
        builder.ToTable("SeedMarks");
        builder.HasKey(m => m.Key);
        builder.Property(m => m.Key).HasMaxLength(100);
        builder.Property(m => m.Hash).HasMaxLength(64);
    }
}
