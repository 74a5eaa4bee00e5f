using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Authorization;

namespace DgccAssess.Web.Features.Rounds;

/// <summary>What the agency claimed, what each assessor found and the final values, to read: for auditors, and for organizers before and after consolidation.</summary>
[Authorize(Policy = Policies.ReadRounds)]
[AssessmentPage(AssessmentAccess.ReadVerdicts)]
public sealed class VerdictsModel(TenantDbContext db, InstrumentLibrary instruments, DocumentVerdicts documents, MessageText messages)
    : FinalValuesPageModel(db, instruments, documents, messages)
{
    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);
}
