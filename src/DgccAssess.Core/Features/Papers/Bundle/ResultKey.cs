using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Papers.Bundle;

/// <summary>A key of the space that signs results (ECDSA on P-256). Its public half is kept and published for good: signatures outlive installations.</summary>
public sealed class ResultKey : IImmutable, IAudited
{
    /// <summary>SHA-256 of <see cref="PublicKey"/>, lower-case hex: whoever has the key has its name.</summary>
    public required string Id { get; init; }

    /// <summary>1, 2, ...; of two servers that make a key at once one is too late.</summary>
    public required int Number { get; init; }

    /// <summary>SubjectPublicKeyInfo.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>PKCS 8, protected for this space by the installation's data protection.</summary>
    public required byte[] Material { get; init; }

    public required DateTime CreatedAt { get; init; }
}

internal sealed class ResultKeyConfiguration : IEntityTypeConfiguration<ResultKey>
{
    /// <summary>Bytes: a protected P-256 key in PKCS 8 takes about 250.</summary>
    private const int MaterialLength = 1000;

    public void Configure(EntityTypeBuilder<ResultKey> builder)
    {
        builder.Property(k => k.Id).HasMaxLength(64);
        builder.Property(k => k.PublicKey).HasMaxLength(200);
        builder.Property(k => k.Material).HasMaxLength(MaterialLength);
        builder.HasIndex(k => k.Number).IsUnique().HasDatabaseName("UX_ResultKeys_Number");
    }
}
