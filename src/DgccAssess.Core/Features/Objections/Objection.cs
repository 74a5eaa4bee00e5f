using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Objections;

public enum ObjectionState
{
    Open,

    /// <summary>Taken back by the agency before it was answered.</summary>
    Withdrawn,

    Dismissed,

    /// <summary>The agency is right; the result is corrected by itself.</summary>
    Upheld,
}

/// <summary>What an agency asks for on one indicator.</summary>
/// <param name="Indicator">Its code.</param>
/// <param name="Published">The value the agency objects to.</param>
/// <param name="Asked">The value it holds to be right.</param>
public sealed record ObjectionPoint(string Indicator, decimal? Published, decimal Asked);

/// <summary>An agency's objection to its published result, and the organizer's answer.</summary>
public sealed class Objection : IVersioned, IAudited
{
    private Objection() { }

    /// <summary>Made with the form, so that a repeated post files nothing twice.</summary>
    public required Guid Id { get; init; }

    public required Guid AssessmentId { get; init; }
    public required string Reason { get; init; }

    /// <summary>In the instrument's order; none where the objection names no indicator.</summary>
    public required IReadOnlyList<ObjectionPoint> Points { get; init; }

    public required string FiledByName { get; init; }
    public required DateTime FiledAt { get; init; }

    /// <summary>By when the answer is promised.</summary>
    public required DateTime AnswerDueAt { get; init; }

    public ObjectionState State { get; private set; }
    public string? Answer { get; private set; }

    /// <summary>Who answered, or took it back.</summary>
    public string? SettledByName { get; private set; }

    public DateTime? SettledAt { get; private set; }
    public int Version { get; private set; } = 1;

    public bool IsOpen => State is ObjectionState.Open;

    public static Objection Create(Guid id, Guid assessmentId, string reason, IReadOnlyList<ObjectionPoint> points, string byName, DateTime nowUtc, int answerDays) => new()
    {
        Id = id, AssessmentId = assessmentId, Reason = reason, Points = points, FiledByName = byName, FiledAt = nowUtc, AnswerDueAt = nowUtc.AddDays(answerDays),
    };

    public Result Withdraw(string byName, DateTime nowUtc) => Settle(ObjectionState.Withdrawn, answer: null, byName, nowUtc);

    public Result AnswerWith(bool isUpheld, string answer, string byName, DateTime nowUtc) => Settle(isUpheld ? ObjectionState.Upheld : ObjectionState.Dismissed, answer, byName, nowUtc);

    private Result Settle(ObjectionState state, string? answer, string byName, DateTime nowUtc)
    {
        if (!IsOpen) return Result.Conflict(State is ObjectionState.Withdrawn ? ObjectionMessages.Withdrawn : ObjectionMessages.Answered);
        (State, Answer, SettledByName, SettledAt) = (state, answer, byName, nowUtc);
        return Result.Ok;
    }
}

internal sealed class ObjectionConfiguration : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> builder)
    {
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Reason).HasMaxLength(ObjectionRules.TextLength);
        builder.Property(o => o.Points).IsJsonList();
        builder.Property(o => o.FiledByName).HasMaxLength(200);
        builder.Property(o => o.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(o => o.Answer).HasMaxLength(ObjectionRules.TextLength);
        builder.Property(o => o.SettledByName).HasMaxLength(200);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasIndex(o => new { o.AssessmentId, o.State }).HasDatabaseName("IX_Objections_Assessment_State");
        builder.HasOne<Assessment>().WithMany().HasForeignKey(o => o.AssessmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
