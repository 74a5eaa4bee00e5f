using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.National;

/// <summary>The national result of a round as it was published: one document from which every page, chart, paper and file of it is made.</summary>
public sealed class NationalResult : IImmutable, IAudited
{
    public required Guid Id { get; init; }
    public required Guid RoundId { get; init; }

    /// <summary>1, 2, ... within the round; the highest is in force. A correction is a further number with a reason.</summary>
    public required int Number { get; init; }

    public string? Reason { get; init; }

    /// <summary>Nobody outside sees it before this instant.</summary>
    public required DateTime EmbargoEndsAt { get; init; }

    /// <summary>NationalDocument as JSON.</summary>
    public required string Document { get; init; }

    /// <summary>SHA-256 of <see cref="Document"/>, lower-case hex.</summary>
    public required string Hash { get; init; }

    public required DateTime TakenAt { get; init; }
    public required string TakenByName { get; init; }
}

internal sealed class NationalResultConfiguration : IEntityTypeConfiguration<NationalResult>
{
    public void Configure(EntityTypeBuilder<NationalResult> builder)
    {
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Reason).HasMaxLength(PublishNational.ReasonLength);
        builder.Property(n => n.Hash).HasMaxLength(64);
        builder.Property(n => n.TakenByName).HasMaxLength(200);
        builder.HasIndex(n => new { n.RoundId, n.Number }).IsUnique().HasDatabaseName("UX_NationalResults_Round_Number");
        builder.HasOne<Round>().WithMany().HasForeignKey(n => n.RoundId).OnDelete(DeleteBehavior.Restrict);
    }
}
