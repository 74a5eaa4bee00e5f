using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.SelfAssessment;

namespace DgccAssess.Core.Features.Rounds.Whole;

/// <summary>One agency's way through a round that is brought in whole: what was answered, signed, found and published, and when.</summary>
public sealed record WholeAssessment
{
    /// <summary>Its code.</summary>
    public required string Agency { get; init; }

    public required DateTime OpenedAt { get; init; }

    /// <summary>When the answers were saved.</summary>
    public required DateTime AnsweredAt { get; init; }

    /// <summary>At most one for each indicator; those that are missing are not answered.</summary>
    public required IReadOnlyList<WholeAnswer> Answers { get; init; }

    /// <summary>Null: it was never signed, and nothing follows.</summary>
    public WholeSignOff? SignOff { get; init; }

    /// <summary>Null: nobody reviewed it, and nothing follows.</summary>
    public WholeReview? Review { get; init; }

    /// <summary>Null: it was neither consolidated nor published.</summary>
    public WholeResult? Result { get; init; }
}

/// <param name="Indicator">Its code.</param>
/// <param name="Content">As the agency wrote it.</param>
/// <param name="Evidence">Files that the store of the space holds already.</param>
public sealed record WholeAnswer(string Indicator, AnswerContent Content, IReadOnlyList<WholeEvidence> Evidence);

public sealed record WholeEvidence(string Name, string ContentType, long Length, string Sha256);

/// <param name="At">When it was signed.</param>
/// <param name="Statement">The words signed.</param>
/// <param name="PublicationConsent">Without it the result goes to the agency only. On the screen it is a gate; a round of the past had agencies that refused.</param>
public sealed record WholeSignOff(DateTime At, string Statement, bool PublicationConsent);

public sealed record WholeReview(DateTime BegunAt, DateTime CompletedAt, IReadOnlyList<WholeReviewer> Reviewers);

/// <param name="AssessorId">Account that may review.</param>
/// <param name="Name">As the account shows it.</param>
/// <param name="Verdicts">One for each indicator, by its code.</param>
public sealed record WholeReviewer(Guid AssessorId, string Name, IReadOnlyDictionary<string, RatingContent> Verdicts);

/// <param name="ConsolidatedAt">When the final values were set.</param>
/// <param name="PublishedAt">When they were published.</param>
/// <param name="Values">One for each indicator.</param>
public sealed record WholeResult(DateTime ConsolidatedAt, DateTime PublishedAt, IReadOnlyList<FinalValue> Values);
