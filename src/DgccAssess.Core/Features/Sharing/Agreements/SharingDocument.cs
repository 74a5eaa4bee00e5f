using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Sharing.Agreements;

/// <summary>The signed paper of an agreement, as a PDF. It stays in the tenant: Korea has its own copy.</summary>
public sealed class SharingDocument : IImmutable, IAudited
{
    public required Guid Id { get; init; }
    public required Guid AgreementId { get; init; }
    public required string Name { get; init; }

    /// <summary>Lower-case hex, of <see cref="Content"/>.</summary>
    public required string Sha256 { get; init; }

    public required byte[] Content { get; init; }
    public required DateTime AddedAt { get; init; }
    public required string AddedByName { get; init; }
}

internal sealed class SharingDocumentConfiguration : IEntityTypeConfiguration<SharingDocument>
{
    public void Configure(EntityTypeBuilder<SharingDocument> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Name).HasMaxLength(SharingRules.FileNameLength);
        builder.Property(d => d.Sha256).HasMaxLength(64);
        builder.Property(d => d.Content).HasMaxLength(SharingRules.DocumentBytes);
        builder.Property(d => d.AddedByName).HasMaxLength(200);
        builder.HasIndex(d => new { d.AgreementId, d.AddedAt }).HasDatabaseName("IX_SharingDocuments_Agreement_AddedAt");
        builder.HasOne<SharingAgreement>().WithMany().HasForeignKey(d => d.AgreementId).OnDelete(DeleteBehavior.Restrict);
    }
}
