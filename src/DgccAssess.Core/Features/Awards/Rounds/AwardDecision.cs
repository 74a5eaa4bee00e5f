using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Awards.Rounds;

/// <summary>The list of winners as it was sealed, with everything it came from. A changed prize is a further number with a reason; earlier ones stay.</summary>
public sealed class AwardDecision : IImmutable, IAudited
{
    public required Guid Id { get; init; }
    public required Guid AwardRoundId { get; init; }

    /// <summary>1, 2, ... within the award round; the highest is in force.</summary>
    public required int Number { get; init; }

    /// <summary>SealedAward as JSON.</summary>
    public required string Document { get; init; }

    /// <summary>SHA-256 of <see cref="Document"/>, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>The whole ranking, as the command line prints it.</summary>
    public required string Ranking { get; init; }

    /// <summary>What was ranked, as the command line reads it.</summary>
    public required string Candidates { get; init; }

    public string? Reason { get; init; }
    public required DateTime SealedAt { get; init; }
    public required string SealedByName { get; init; }
}

internal sealed class AwardDecisionConfiguration : IEntityTypeConfiguration<AwardDecision>
{
    public void Configure(EntityTypeBuilder<AwardDecision> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Hash).HasMaxLength(64);
        builder.Property(d => d.Reason).HasMaxLength(2000);
        builder.Property(d => d.SealedByName).HasMaxLength(200);
        builder.HasIndex(d => new { d.AwardRoundId, d.Number }).IsUnique().HasDatabaseName("UX_AwardDecisions_Round_Number");
        builder.HasOne<AwardRound>().WithMany().HasForeignKey(d => d.AwardRoundId).OnDelete(DeleteBehavior.Restrict);
    }
}
