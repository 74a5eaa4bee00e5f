using DgccAssess.Core.Data;

namespace DgccAssess.Core.Features.SelfAssessment;

public enum AssessmentStatus
{
    /// <summary>Units answer; the coordinator checks.</summary>
    Answering,

    /// <summary>Signed off with statement and consent; locked. May be recalled until review begins.</summary>
    Submitted,

    /// <summary>External assessors read it.</summary>
    UnderReview,

    /// <summary>Every indicator has an external value.</summary>
    Reviewed,

    /// <summary>Final values are set; indices computed; provisional.</summary>
    Consolidated,

    Published,
}

/// <summary>One agency in one round. The state machine of the diagnosis: each transition is a named method that guards itself.</summary>
public sealed class Assessment : IVersioned, IAudited
{
    private Assessment() { }

    public required Guid Id { get; init; }
    public required Guid RoundId { get; init; }
    public required Guid AgencyId { get; init; }
    public AssessmentStatus Status { get; private set; }
    public DateTime StatusAt { get; private set; }

    /// <summary>The latest sign-off; earlier ones stay in the submitted snapshots and the audit trail.</summary>
    public SignOff? SignOff { get; private set; }

    public int Version { get; private set; } = 1;

    public static Assessment Create(Guid id, Guid roundId, Guid agencyId, DateTime nowUtc) =>
        new() { Id = id, RoundId = roundId, AgencyId = agencyId, Status = AssessmentStatus.Answering, StatusAt = nowUtc };

    public Result Submit(SignOff signOff) =>
        Status is not AssessmentStatus.Answering ? Result.Conflict(Messages.AssessmentLocked) : Move(AssessmentStatus.Submitted, signOff.At, signOff);

    /// <summary>Back to answering; only until an assessor has begun.</summary>
    public Result Recall(DateTime nowUtc) => Status switch
    {
        AssessmentStatus.Submitted => Move(AssessmentStatus.Answering, nowUtc, signOff: null),
        AssessmentStatus.Answering => Result.Conflict(Messages.NotSignedOff),
        _ => Result.Conflict(Messages.ReviewBegun),
    };

    public Result BeginReview(DateTime nowUtc) => Status switch
    {
        AssessmentStatus.Submitted => Move(AssessmentStatus.UnderReview, nowUtc, SignOff),
        AssessmentStatus.UnderReview => Result.Ok,
        AssessmentStatus.Answering => Result.Conflict(Messages.NotSignedOff),
        _ => Result.Conflict(Messages.AssessmentLocked),
    };

    public Result CompleteReview(DateTime nowUtc) =>
        Status is not AssessmentStatus.UnderReview ? Result.Conflict(Messages.NotSignedOff) : Move(AssessmentStatus.Reviewed, nowUtc, SignOff);

    /// <summary>Sets the final values; may be repeated until publication.</summary>
    public Result Consolidate(DateTime nowUtc) => Status switch
    {
        AssessmentStatus.Reviewed or AssessmentStatus.Consolidated => Move(AssessmentStatus.Consolidated, nowUtc, SignOff),
        AssessmentStatus.Published => Result.Conflict(Messages.AlreadyPublished),
        _ => Result.Conflict(Messages.NotReviewed),
    };

    public Result Publish(DateTime nowUtc) => Status switch
    {
        AssessmentStatus.Consolidated => Move(AssessmentStatus.Published, nowUtc, SignOff),
        AssessmentStatus.Published => Result.Conflict(Messages.AlreadyPublished),
        _ => Result.Conflict(Messages.NotConsolidated),
    };

    /// <summary>A published result stays; a correction is a further version of it, with a reason.</summary>
    public Result Correct(DateTime nowUtc) =>
        Status is not AssessmentStatus.Published ? Result.Conflict(Messages.NotConsolidated) : Move(AssessmentStatus.Published, nowUtc, SignOff);

    private Result Move(AssessmentStatus status, DateTime at, SignOff? signOff)
    {
        (Status, StatusAt, SignOff) = (status, at, signOff);
        return Result.Ok;
    }
}

/// <summary>The coordinator's signature under the self-assessment: both gates of submission, with who and when.</summary>
public sealed record SignOff
{
    public required Guid ById { get; init; }
    public required string ByName { get; init; }
    public required DateTime At { get; init; }

    /// <summary>The statement as shown and accepted.</summary>
    public required string Statement { get; init; }

    /// <summary>The agency consents to publication of its result.</summary>
    public required bool PublicationConsent { get; init; }
}
