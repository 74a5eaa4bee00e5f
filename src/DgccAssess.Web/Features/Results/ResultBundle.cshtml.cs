using DgccAssess.Core.Features.Papers;
using DgccAssess.Core.Features.Papers.Bundle;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Results;

/// <summary>The published result as a signed bundle.</summary>
[Authorize(Policy = Policies.ReadResults)]
[AssessmentPage(AssessmentAccess.ReadResult)]
public sealed class ResultBundleModel(ReadResult read, IssuePaper issue, SignResult sign) : AssessmentPageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await read.HandleAsync(Assessment.Id, Milestone.Published, ct) is not { } stored) return NotFound();
        var paper = await issue.HandleAsync(new(PaperKind.AgencyReport, Assessment.Subject, stored.Hash), ct);
        return File(await sign.HandleAsync(paper, stored, ct), "application/json", $"{paper.Number}.json");
    }
}
