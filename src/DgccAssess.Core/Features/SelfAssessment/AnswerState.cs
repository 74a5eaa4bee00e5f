using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.Ratings;

namespace DgccAssess.Core.Features.SelfAssessment;

/// <summary>What stands between an answer and the sign-off, or makes a reader doubt it.</summary>
public enum AnswerProblem
{
    /// <summary>No level claimed. Stops the sign-off.</summary>
    Unanswered,

    /// <summary>Sent back and not marked ready again. Stops the sign-off.</summary>
    Returned,

    /// <summary>Answered, but nobody said that it is complete. Stops the sign-off.</summary>
    NotReady,

    /// <summary>The agency names the service and has not. Stops the sign-off.</summary>
    Unnamed,

    /// <summary>The criteria ticked do not support the level claimed. Assessors will ask; the agency may sign all the same.</summary>
    AboveSupport,

    /// <summary>Above the floor without a fact or a piece of evidence: an assessor can only give the floor.</summary>
    WithoutProof,
}

/// <summary>One answer as lists of the agency show it; problems are decided from its values alone.</summary>
public sealed record AnswerState
{
    public required Guid AnswerId { get; init; }
    public required Node Node { get; init; }
    public required Scale Scale { get; init; }
    public required AnswerStatus Status { get; init; }
    public required decimal? Level { get; init; }
    public required IReadOnlyList<string> Criteria { get; init; }
    public required int FactCount { get; init; }
    public required int EvidenceCount { get; init; }
    public required string? Subject { get; init; }
    public required Guid? HolderId { get; init; }
    public required string? HolderName { get; init; }
    public required string? ReturnReason { get; init; }
    public required string? SavedByName { get; init; }
    public required DateTime? SavedAt { get; init; }
    public required int Version { get; init; }

    public string Indicator => Node.Code;

    public LevelSupport Support => CumulativeLevel.Supported(Node.Indicator!, Scale, Criteria.ToHashSet(StringComparer.Ordinal));

    public IReadOnlyList<AnswerProblem> Problems => [.. FindProblems()];

    public static bool StopsSignOff(AnswerProblem problem) => problem is not (AnswerProblem.AboveSupport or AnswerProblem.WithoutProof);

    private IEnumerable<AnswerProblem> FindProblems()
    {
        if (Level is null) yield return AnswerProblem.Unanswered;
        if (Status is AnswerStatus.Returned) yield return AnswerProblem.Returned;
        else if (Level is not null && Status is not AnswerStatus.Ready) yield return AnswerProblem.NotReady;
        if (Level is not null && Node.Indicator!.NamedByAgency && string.IsNullOrWhiteSpace(Subject)) yield return AnswerProblem.Unnamed;
        if (Level is { } claimed && CumulativeLevel.Lacking(Node.Indicator!, Scale, Criteria.ToHashSet(StringComparer.Ordinal), claimed).Count > 0)
        {
            yield return AnswerProblem.AboveSupport;
        }

        if (Level > Scale.Floor && FactCount == 0 && EvidenceCount == 0) yield return AnswerProblem.WithoutProof;
    }
}
