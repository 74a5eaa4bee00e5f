using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Results;

public enum Milestone
{
    Submitted,
    Reviewed,
    Final,
    Published,
}

/// <summary>What stood at a milestone: inputs, instrument hash, engine version, results. Pages and papers read it and never recompute.</summary>
public sealed class Snapshot : IImmutable, IAudited
{
    public required Guid Id { get; init; }
    public required Guid AssessmentId { get; init; }
    public required Milestone Milestone { get; init; }

    /// <summary>1, 2, ... within assessment and milestone; the highest is in force. A correction is a further number with a reason.</summary>
    public required int Number { get; init; }

    public string? Reason { get; init; }

    /// <summary>Exact index to 10 decimals, for sorting; the document holds it in full.</summary>
    public required decimal? Index { get; init; }

    /// <summary>Predicate code of the published (rounded) index.</summary>
    public string? Predicate { get; init; }

    public required string InstrumentHash { get; init; }
    public required string EngineVersion { get; init; }

    /// <summary>SnapshotDocument as JSON.</summary>
    public required string Document { get; init; }

    /// <summary>SHA-256 of <see cref="Document"/>, lower-case hex.</summary>
    public required string Hash { get; init; }

    public required DateTime TakenAt { get; init; }
    public required string TakenByName { get; init; }
}

internal sealed class SnapshotConfiguration : IEntityTypeConfiguration<Snapshot>
{
    public void Configure(EntityTypeBuilder<Snapshot> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Milestone).HasConversion<string>().HasMaxLength(16);
        builder.Property(s => s.Reason).HasMaxLength(2000);
        builder.Property(s => s.Index).HasPrecision(18, 10);
        builder.Property(s => s.Predicate).HasMaxLength(32);
        builder.Property(s => s.InstrumentHash).HasMaxLength(64);
        builder.Property(s => s.EngineVersion).HasMaxLength(32);
        builder.Property(s => s.Hash).HasMaxLength(64);
        builder.Property(s => s.TakenByName).HasMaxLength(200);
        builder.HasIndex(s => new { s.AssessmentId, s.Milestone, s.Number }).IsUnique().HasDatabaseName("UX_Snapshots_Assessment_Milestone_Number");
        builder.HasOne<Assessment>().WithMany().HasForeignKey(s => s.AssessmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
