using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Shared;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.SelfAssessment;

/// <summary>The word and colour of each status.</summary>
public static class StatusTags
{
    public static StatusTag Of(AnswerStatus status, IStringLocalizer words) => new(words["Status." + status], status switch
    {
        AnswerStatus.InProgress => StatusKind.Info,
        AnswerStatus.Ready => StatusKind.Ok,
        AnswerStatus.Returned => StatusKind.Warn,
        _ => StatusKind.Quiet,
    });

    public static StatusTag Of(AssessmentStatus status, IStringLocalizer words) => new(words["AssessmentStatus." + status], status switch
    {
        AssessmentStatus.Answering => StatusKind.Info,
        AssessmentStatus.Published or AssessmentStatus.Submitted => StatusKind.Ok,
        _ => StatusKind.Quiet,
    });
}
