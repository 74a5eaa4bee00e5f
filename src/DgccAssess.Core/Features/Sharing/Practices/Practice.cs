using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Features.Sharing.Payload;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Sharing.Practices;

public enum PracticeState
{
    /// <summary>The agency is asked.</summary>
    Proposed,

    /// <summary>The agency agreed that Korea reads this very text under its name.</summary>
    Agreed,

    Declined,

    /// <summary>Taken back, by the agency or by whoever proposed it.</summary>
    Withdrawn,
}

/// <summary>What one agency did on one question of the shared core, in one round. Another text needs another consent.</summary>
public sealed class Practice : IVersioned, IAudited
{
    private Practice() { }

    /// <summary>Made with the form, so that a repeated post proposes nothing twice.</summary>
    public required Guid Id { get; init; }

    /// <summary>The agency in the round.</summary>
    public required Guid AssessmentId { get; init; }

    /// <summary>Code of a question of the shared core.</summary>
    public required string Question { get; init; }

    /// <summary>By language of the space.</summary>
    public LocalizedText Texts { get; private set; } = LocalizedText.Of();

    public PracticeState State { get; private set; }
    public string ProposedByName { get; private set; } = "";
    public DateTime ProposedAt { get; private set; }

    /// <summary>Who agreed, declined or took it back.</summary>
    public string? SettledByName { get; private set; }

    public DateTime? SettledAt { get; private set; }

    /// <summary>What the agency said of it.</summary>
    public string? Note { get; private set; }

    public int Version { get; private set; } = 1;

    /// <summary>SHA-256 of the texts: what the audit trail says was agreed to.</summary>
    public string Sha256 => SharedJson.HashOf(Texts.ToJson());

    public static Practice Create(Guid id, Guid assessmentId, string question, LocalizedText texts, string byName, DateTime nowUtc)
    {
        var practice = new Practice { Id = id, AssessmentId = assessmentId, Question = question };
        practice.Propose(texts, byName, nowUtc);
        return practice;
    }

    /// <summary>The agency is asked, whatever it said to an earlier text.</summary>
    public void Propose(LocalizedText texts, string byName, DateTime nowUtc)
    {
        (Texts, State, ProposedByName, ProposedAt) = (texts, PracticeState.Proposed, byName, nowUtc);
        (SettledByName, SettledAt, Note) = (null, null, null);
    }

    public Result Agree(string byName, DateTime nowUtc) => Answer(PracticeState.Agreed, note: null, byName, nowUtc);

    public Result Decline(string? note, string byName, DateTime nowUtc) => Answer(PracticeState.Declined, note, byName, nowUtc);

    public Result Withdraw(string? note, string byName, DateTime nowUtc)
    {
        if (State is not (PracticeState.Proposed or PracticeState.Agreed)) return Result.Conflict(PracticeMessages.Settled);
        (State, Note, SettledByName, SettledAt) = (PracticeState.Withdrawn, note, byName, nowUtc);
        return Result.Ok;
    }

    private Result Answer(PracticeState state, string? note, string byName, DateTime nowUtc)
    {
        if (State is not PracticeState.Proposed) return Result.Conflict(PracticeMessages.Settled);
        (State, Note, SettledByName, SettledAt) = (state, note, byName, nowUtc);
        return Result.Ok;
    }
}

internal sealed class PracticeConfiguration : IEntityTypeConfiguration<Practice>
{
    public void Configure(EntityTypeBuilder<Practice> builder)
    {
        builder.ToTable("Practices");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Question).HasMaxLength(PracticeRules.QuestionLength);
        builder.Property(p => p.Texts).HasMaxLength(PracticeRules.StoredLength);
        builder.Property(p => p.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(p => p.ProposedByName).HasMaxLength(200);
        builder.Property(p => p.SettledByName).HasMaxLength(200);
        builder.Property(p => p.Note).HasMaxLength(PracticeRules.NoteLength);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.Sha256);
        builder.HasIndex(p => new { p.AssessmentId, p.Question }).IsUnique().HasDatabaseName("UX_Practices_Assessment_Question");
        builder.HasOne<Assessment>().WithMany().HasForeignKey(p => p.AssessmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
