using DgccAssess.Core.Features.Evidence;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Evidence;

/// <summary>Hands out a file by permission.</summary>
[Authorize(Policy = Policies.ReadEvidence)]
[AssessmentPage(AssessmentAccess.ReadEvidence)]
public sealed class DownloadModel(OpenEvidence open) : AssessmentPageModel
{
    public async Task<IActionResult> OnGetAsync(Guid evidenceId, CancellationToken ct) =>
        await open.HandleAsync(Assessment.Id, evidenceId, ct) is { } file ? this.EvidenceFile(file) : NotFound();
}
