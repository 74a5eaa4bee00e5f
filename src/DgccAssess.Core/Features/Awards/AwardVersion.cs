using System.Text;
using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Awards;

/// <summary>One immutable version of an award's rules. The highest number of a code is the one that holds; a version without a document withdraws it.</summary>
public sealed class AwardVersion : IImmutable, IAudited
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }

    /// <summary>From 1, without gaps: two programs that declare at once can't both be next.</summary>
    public required int Number { get; init; }

    /// <summary>SHA-256 of <see cref="Document"/>, lower-case hex; null for a withdrawal.</summary>
    public required string? Hash { get; init; }

    /// <summary>Canonical JSON of rules and names; null for a withdrawal.</summary>
    public required string? Document { get; init; }

    public required DateTime DeclaredAt { get; init; }

    public static AwardDocument Parse(string document) => AwardDocument.FromCanonicalJson(Encoding.UTF8.GetBytes(document));
}

internal sealed class AwardVersionConfiguration : IEntityTypeConfiguration<AwardVersion>
{
    public void Configure(EntityTypeBuilder<AwardVersion> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Code).HasMaxLength(32);
        builder.Property(a => a.Hash).HasMaxLength(64);
        builder.HasIndex(a => new { a.Code, a.Number }).IsUnique().HasDatabaseName("UX_AwardVersions_Code_Number");
    }
}
