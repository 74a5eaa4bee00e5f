using DgccAssess.Core.Features.SelfAssessment;

namespace DgccAssess.Web.Features.SelfAssessment;

/// <summary>Which rows of the task list are shown; the same words are in the address and in the rows' flags.</summary>
public static class TaskFilter
{
    public const string Mine = "mine";
    public const string Missing = "missing";
    public const string Returned = "returned";

    public static readonly IReadOnlyList<string> All = ["", Mine, Missing, Returned];

    public static bool Matches(string? show, AnswerState answer, Guid readerId) => show switch
    {
        Mine => answer.HolderId == readerId,
        Missing => answer.Status is not AnswerStatus.Ready,
        Returned => answer.Status is AnswerStatus.Returned,
        _ => true,
    };

    public static string Flags(AnswerState answer, Guid readerId) => string.Join(' ', All.Skip(1).Where(flag => Matches(flag, answer, readerId)));
}
