using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Evidence;

[Authorize(Policy = Policies.AnswerAssessments)]
[AssessmentPage(AssessmentAccess.Answer)]
public sealed class RemoveModel(RemoveEvidence remove, ListEvidence list, Links links) : AssessmentPageModel
{
    [BindProperty]
    public RemoveInput Input { get; set; } = new();

    public EvidenceRow Item { get; private set; } = null!;
    public string Indicator { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid evidenceId, CancellationToken ct) => await FindAsync(evidenceId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid evidenceId, CancellationToken ct)
    {
        // Sent twice, or removed by somebody else meanwhile: it is gone, as asked.
        var there = await FindAsync(evidenceId, ct);
        var result = await remove.HandleAsync(new(Assessment.Id, evidenceId, Input.Version), ct);
        if (result.Succeeded) return Redirect(there ? links.AnswerEvidence(Assessment.Round, Assessment.Agency, Indicator) : links.Assessment(Assessment.Round, Assessment.Agency));
        return there ? this.PageWithErrors(result) : new StatusCodeResult(PageResults.StatusOf(result.Kind));
    }

    private async Task<bool> FindAsync(Guid evidenceId, CancellationToken ct)
    {
        if (await list.FindAsync(Assessment.Id, evidenceId, ct) is not var (item, indicator)) return false;
        (Item, Indicator) = (item, indicator);
        return true;
    }
}

public sealed record RemoveInput
{
    public int? Version { get; init; }
}
