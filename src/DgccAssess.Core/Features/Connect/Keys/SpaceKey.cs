using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Connect.Keys;

public enum SpaceKeyUse
{
    /// <summary>Signs tokens: ECDSA on P-256 (ES256). Its public half is in the key set of the space.</summary>
    Signing,

    /// <summary>Encrypts tokens that only this space reads: 256 bits.</summary>
    Encryption,
}

/// <summary>A key of one space's tokens. The material is protected for this space by the installation's data protection.</summary>
public sealed class SpaceKey : IAudited
{
    public required Guid Id { get; init; }
    public required SpaceKeyUse Use { get; init; }

    /// <summary>Counts up for each use: of two servers that make a key at once one is too late.</summary>
    public required int Number { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Known to every server, and published, some time before.</summary>
    public required DateTime UsedFrom { get; init; }

    public required byte[] Material { get; init; }
}

internal sealed class SpaceKeyConfiguration : IEntityTypeConfiguration<SpaceKey>
{
    /// <summary>Bytes: a protected P-256 key in PKCS 8 takes about 250.</summary>
    private const int MaterialLength = 1000;

    public void Configure(EntityTypeBuilder<SpaceKey> builder)
    {
        builder.ToTable("SpaceKeys");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Use).HasConversion<string>().HasMaxLength(16);
        builder.Property(k => k.Material).HasMaxLength(MaterialLength);
        builder.HasIndex(k => new { k.Use, k.Number }).IsUnique().HasDatabaseName("UX_SpaceKeys_Use_Number");
    }
}
