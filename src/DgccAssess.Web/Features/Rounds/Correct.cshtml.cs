using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Rounds;

[Authorize(Policy = Policies.OrganizeRounds)]
[AssessmentPage(AssessmentAccess.Organize)]
[StepUp]
public sealed class CorrectModel(
    TenantDbContext db, InstrumentLibrary instruments, DocumentVerdicts documents, CorrectResult correct, MessageText messages, Links links)
    : FinalValuesPageModel(db, instruments, documents, messages)
{
    public bool IsOpen => Assessment.Status is AssessmentStatus.Published;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Prefill();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var values = ReadValues();
        if (!ModelState.IsValid) return await AgainAsync(null, ct);

        var result = await correct.HandleAsync(new CorrectResultCommand(Assessment.Id, values, Input.Reason ?? "", Input.Version), ct);
        return result.Succeeded ? LocalRedirect(links.Publish(Assessment.Round, Assessment.Agency)) : await AgainAsync(result, ct);
    }
}
