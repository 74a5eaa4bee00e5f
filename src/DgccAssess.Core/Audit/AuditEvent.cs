using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Audit;

/// <summary>Who did what, when, to what and why, in domain words. Written in the same transaction as the change; never altered.</summary>
public sealed class AuditEvent : IImmutable
{
    public required Guid Id { get; init; }
    public required DateTime At { get; init; }
    public required Guid ActorId { get; init; }
    public required string ActorName { get; init; }

    /// <summary>Past tense, for example AnswerSaved.</summary>
    public required string Type { get; init; }

    /// <summary>What it happened to, as the address says it: rounds/2021/agencies/kemenko-perekonomian/I11.</summary>
    public required string Subject { get; init; }

    /// <summary>The event's own values as JSON; personal data is masked.</summary>
    public required string Details { get; init; }
}

internal sealed class AuditEventConfiguration : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.ActorName).HasMaxLength(200);
        builder.Property(e => e.Type).HasMaxLength(64);
        builder.Property(e => e.Subject).HasMaxLength(200);
        builder.HasIndex(e => new { e.Subject, e.At }).HasDatabaseName("IX_AuditEvents_Subject_At");
        builder.HasIndex(e => e.At).HasDatabaseName("IX_AuditEvents_At");
    }
}
