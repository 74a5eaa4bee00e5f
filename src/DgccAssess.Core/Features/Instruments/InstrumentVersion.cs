using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Instruments;

/// <summary>One immutable version of an instrument as canonical JSON; answers refer to its indicator codes.</summary>
public sealed class InstrumentVersion : IImmutable, IAudited
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }

    /// <summary>SHA-256 of <see cref="Document"/>, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>Canonical JSON of structure and texts.</summary>
    public required string Document { get; init; }

    public required DateTime ImportedAt { get; init; }
}

internal sealed class InstrumentVersionConfiguration : IEntityTypeConfiguration<InstrumentVersion>
{
    public void Configure(EntityTypeBuilder<InstrumentVersion> builder)
    {
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Code).HasMaxLength(64);
        builder.Property(i => i.Hash).HasMaxLength(64);
        builder.HasIndex(i => i.Hash).IsUnique().HasDatabaseName("UX_InstrumentVersions_Hash");
    }
}
