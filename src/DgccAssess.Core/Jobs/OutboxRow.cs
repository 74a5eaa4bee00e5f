using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Jobs;

public enum JobState
{
    /// <summary>To be run, for the first time or again.</summary>
    Waiting,

    Done,

    /// <summary>Given up after <see cref="JobRules.MaxAttempts"/> attempts.</summary>
    Failed,
}

/// <summary>Work that a save asked for, written in that save. It is the truth about the work: whatever else is lost, an unfinished row is run.</summary>
public sealed class OutboxRow
{
    public required Guid Id { get; init; }

    /// <summary>Name of the job's type.</summary>
    public required string Job { get; init; }

    /// <summary>Ids and other small values as JSON; emptied when the work is done.</summary>
    public required string Arguments { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Not before then: the hour asked for, the end of a pause after a failure, or when work under way is taken to be lost.</summary>
    public required DateTime DueAt { get; set; }

    /// <summary>Set while it runs; past it, whoever ran it is taken to be gone.</summary>
    public DateTime? RunningUntil { get; set; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; set; }

    public JobState State { get; set; }
    public DateTime? FinishedAt { get; set; }

    /// <summary>What went wrong at the last attempt; names no person and no secret.</summary>
    public string? Error { get; set; }
}

internal sealed class OutboxRowConfiguration : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("Outbox");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Job).HasMaxLength(64);
        builder.Property(r => r.Arguments).HasMaxLength(JobRules.MaxArguments);
        builder.Property(r => r.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(r => r.Error).HasMaxLength(JobRules.MaxError);
        builder.HasIndex(r => new { r.State, r.DueAt }).HasDatabaseName("IX_Outbox_State_DueAt");
        builder.HasIndex(r => r.CreatedAt).HasDatabaseName("IX_Outbox_CreatedAt");
    }
}
