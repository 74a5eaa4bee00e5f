using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Data;

/// <summary>The single row that names the space a database belongs to; see <see cref="SpaceGuard"/>.</summary>
public sealed class SpaceMarker : IImmutable
{
    public required string SpaceId { get; init; }
    public required DateTime CreatedAt { get; init; }
}

internal sealed class SpaceMarkerConfiguration : IEntityTypeConfiguration<SpaceMarker>
{
    public void Configure(EntityTypeBuilder<SpaceMarker> builder)
    {
        builder.ToTable("SpaceMarker");
        builder.HasKey(m => m.SpaceId);
        builder.Property(m => m.SpaceId).HasMaxLength(64);
    }
}
