using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Papers.Bundle;

/// <summary>The signature of a published result: kept, since ECDSA signs the same thing differently each time and a file should stay the same file.</summary>
public sealed class ResultSignature : IImmutable, IAudited
{
    public required Guid Id { get; init; }
    public required Guid PaperId { get; init; }
    public required string KeyId { get; init; }

    /// <summary>SHA-256 of what was signed, lower-case hex.</summary>
    public required string SignedHash { get; init; }

    /// <summary>Block of the audit chain that stood last when it was signed, and its hash; null while nothing was sealed.</summary>
    public int? Block { get; init; }

    public string? BlockHash { get; init; }

    /// <summary>r and s, 32 bytes each.</summary>
    public required byte[] Value { get; init; }

    public required DateTime SignedAt { get; init; }
}

internal sealed class ResultSignatureConfiguration : IEntityTypeConfiguration<ResultSignature>
{
    public void Configure(EntityTypeBuilder<ResultSignature> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.KeyId).HasMaxLength(64);
        builder.Property(s => s.SignedHash).HasMaxLength(64);
        builder.Property(s => s.BlockHash).HasMaxLength(64);
        builder.Property(s => s.Value).HasMaxLength(64);
        builder.HasIndex(s => new { s.PaperId, s.SignedHash }).IsUnique().HasDatabaseName("UX_ResultSignatures_Paper_SignedHash");
        builder.HasOne<IssuedPaper>().WithMany().HasForeignKey(s => s.PaperId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ResultKey>().WithMany().HasForeignKey(s => s.KeyId).OnDelete(DeleteBehavior.Restrict);
    }
}
