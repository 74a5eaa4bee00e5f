using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results.Report;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Papers;

/// <summary>A file of an issued paper. The same paper gives the same bytes; a later version of the press that sets it otherwise adds a further row.</summary>
public sealed class IssuedFile : IImmutable, IAudited
{
    public required Guid Id { get; init; }
    public required Guid PaperId { get; init; }
    public required string Language { get; init; }
    public required ReportVariant Standard { get; init; }

    /// <summary>Of its bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public required DateTime MadeAt { get; init; }
}

internal sealed class IssuedFileConfiguration : IEntityTypeConfiguration<IssuedFile>
{
    public void Configure(EntityTypeBuilder<IssuedFile> builder)
    {
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Language).HasMaxLength(16);
        builder.Property(f => f.Standard).HasConversion<string>().HasMaxLength(16);
        builder.Property(f => f.Sha256).HasMaxLength(64);
        builder.HasIndex(f => new { f.PaperId, f.Sha256 }).IsUnique().HasDatabaseName("UX_IssuedFiles_Paper_Sha256");
        builder.HasOne<IssuedPaper>().WithMany().HasForeignKey(f => f.PaperId).OnDelete(DeleteBehavior.Restrict);
    }
}
