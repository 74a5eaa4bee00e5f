using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Evidence;

/// <summary>A page that shows an answer's evidence with its forms: whole, or as the part to swap in.</summary>
public abstract class EvidencePageModel(ListEvidence list, TenantDbContext db) : AssessmentPageModel
{
    public EvidenceSection Section { get; private set; } = null!;

    protected async Task<IActionResult> ShowAsync(string indicator, int status, CancellationToken ct, string? url = null, string? title = null)
    {
        if (!await db.Answers.AnyAsync(a => a.AssessmentId == Assessment.Id && a.Indicator == indicator, ct)) return NotFound();
        Section = await list.HandleAsync(Assessment, indicator, ct) with { Typed = (url, title) };
        Response.StatusCode = status;
        return Request.IsPartial() ? Partial("_EvidenceSection", Section) : Page();
    }
}
