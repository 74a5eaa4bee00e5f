using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;

namespace DgccAssess.Web.Features.SelfAssessment;

/// <summary>The remarks on one answer and, for those who may, the form for another one.</summary>
public sealed record CommentsView(AssessmentRef Assessment, string Indicator, IReadOnlyList<CommentLine> Comments, bool CanComment, CommentInput Input)
{
    // Whoever may not edit because somebody else holds the answer may still say something about it.
    public static CommentsView Of(AssessmentRef assessment, AnswerSheet sheet, CommentInput input) => new(
        assessment, sheet.Node.Code, sheet.Comments,
        assessment.Status is AssessmentStatus.Answering && sheet.Edit.Kind is ResultKind.Ok or ResultKind.Conflict,
        input);
}

public sealed record CommentInput
{
    /// <summary>Made with the form, so that the same comment sent twice is one.</summary>
    public Guid Id { get; init; }

    public string? Text { get; init; }
}
