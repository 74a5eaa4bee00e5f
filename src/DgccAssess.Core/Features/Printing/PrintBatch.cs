using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Papers.Templates;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Features.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Printing;

public enum PrintState
{
    /// <summary>Asked for and under way.</summary>
    Printing,

    /// <summary>Every report is printed, or it is known why not.</summary>
    Done,

    /// <summary>Its files are deleted.</summary>
    Expired,
}

/// <summary>The reports of a round's agencies, printed together in one language: who asked, and until when the files are kept. What it holds is in its items.</summary>
public sealed class PrintBatch : IVersioned, IAudited
{
    /// <summary>How long the files are kept; they can be printed again from the same snapshots.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private PrintBatch() { }

    /// <summary>Made with the form, so that a repeated post prints nothing twice.</summary>
    public required Guid Id { get; init; }

    public required Guid RoundId { get; init; }
    public required string Language { get; init; }
    public required ReportVariant Variant { get; init; }
    public required DateTime RequestedAt { get; init; }
    public required string RequestedByName { get; init; }

    /// <summary>The template that was in force when it was ordered; reports that have a number already keep their own.</summary>
    public Guid? TemplateId { get; init; }

    /// <summary>Reports asked for.</summary>
    public required int Total { get; init; }

    public PrintState State { get; private set; }
    public DateTime? FinishedAt { get; private set; }

    /// <summary>When the files are deleted.</summary>
    public DateTime ExpiresAt { get; private set; }

    public int Version { get; private set; } = 1;

    public static PrintBatch Order(Guid id, Guid roundId, string language, ReportVariant variant, Guid? templateId, int total, string byName, DateTime nowUtc) => new()
    {
        Id = id, RoundId = roundId, Language = language, Variant = variant, TemplateId = templateId, Total = total, RequestedByName = byName, RequestedAt = nowUtc, ExpiresAt = nowUtc + Kept,
    };

    public void Finish(DateTime nowUtc) => (State, FinishedAt, ExpiresAt) = (PrintState.Done, nowUtc, nowUtc + Kept);

    /// <summary>Those that failed shall be tried again.</summary>
    public Result Resume(DateTime nowUtc)
    {
        if (State is not PrintState.Done) return Result.Conflict(PrintingMessages.NotFinished);
        (State, FinishedAt, ExpiresAt) = (PrintState.Printing, null, nowUtc + Kept);
        return Result.Ok;
    }

    public void Expire() => State = PrintState.Expired;
}

internal sealed class PrintBatchConfiguration : IEntityTypeConfiguration<PrintBatch>
{
    public void Configure(EntityTypeBuilder<PrintBatch> builder)
    {
        builder.ToTable("PrintBatches");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Language).HasMaxLength(35);
        builder.Property(b => b.Variant).HasConversion<string>().HasMaxLength(16);
        builder.Property(b => b.RequestedByName).HasMaxLength(200);
        builder.Property(b => b.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.HasIndex(b => new { b.RoundId, b.RequestedAt }).HasDatabaseName("IX_PrintBatches_Round_RequestedAt");
        builder.HasIndex(b => new { b.State, b.ExpiresAt }).HasDatabaseName("IX_PrintBatches_State_ExpiresAt");
        builder.HasIndex(b => b.TemplateId).HasDatabaseName("IX_PrintBatches_Template");
        builder.HasOne<PaperTemplate>().WithMany().HasForeignKey(b => b.TemplateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Round>().WithMany().HasForeignKey(b => b.RoundId).OnDelete(DeleteBehavior.Restrict);
    }
}
