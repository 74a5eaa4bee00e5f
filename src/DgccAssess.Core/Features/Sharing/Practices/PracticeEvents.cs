using DgccAssess.Core.Audit;

namespace DgccAssess.Core.Features.Sharing.Practices;

/// <param name="Assessment">The agency in the round.</param>
/// <param name="Question">Of the shared core.</param>
/// <param name="Sha256">Of the texts.</param>
public sealed record PracticeProposed(string Assessment, string Question, string Sha256) : AuditFact(Assessment);

/// <param name="Assessment">The agency in the round.</param>
/// <param name="Question">Of the shared core.</param>
/// <param name="Sha256">Of the texts agreed to.</param>
public sealed record PracticeAgreed(string Assessment, string Question, string Sha256) : AuditFact(Assessment);

public sealed record PracticeDeclined(string Assessment, string Question, string? Note) : AuditFact(Assessment);

public sealed record PracticeWithdrawn(string Assessment, string Question, string? Note) : AuditFact(Assessment);
