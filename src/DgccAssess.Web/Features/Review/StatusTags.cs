using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Shared;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Review;

public static class StatusTags
{
    /// <summary>The state of an assessment in words and colour; the words are under Status.* of the feature's own resources.</summary>
    public static StatusTag Tag(this AssessmentStatus status, IStringLocalizer words) => new(words["Status." + status], status switch
    {
        AssessmentStatus.Answering => StatusKind.Quiet,
        AssessmentStatus.Published => StatusKind.Ok,
        AssessmentStatus.Submitted or AssessmentStatus.Reviewed or AssessmentStatus.Consolidated => StatusKind.Warn,
        _ => StatusKind.Info,
    });
}
