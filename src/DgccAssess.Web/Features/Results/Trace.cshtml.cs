using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Results;

/// <summary>How the index was computed, node by node.</summary>
[Authorize(Policy = Policies.ReadResults)]
[AssessmentPage(AssessmentAccess.ReadResult)]
public sealed class TraceModel(ReadResult read, ActorContext actor) : ResultPageModel(read, actor)
{
    public TraceView Trace { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { } refused) return refused;
        Trace = TraceView.Of(Stored);
        return Page();
    }
}
