using DgccAssess.Core.Features.Papers;
using DgccAssess.Core.Features.Papers.Records;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;

namespace DgccAssess.Web.Features.Papers;

/// <summary>The publication consent.</summary>
[Authorize(Policy = Policies.ReadAssessments)]
[AssessmentPage(AssessmentAccess.Read)]
public sealed class ConsentModel(PrintSignOff print, PaperQuery query) : SignOffPaperModel(print, query)
{
    protected override PaperKind Kind => PaperKind.Consent;
}
