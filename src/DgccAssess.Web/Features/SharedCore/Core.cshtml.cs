using DgccAssess.Core.Features.SharedCore;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.SharedCore;

/// <summary>The space's instruments: what of the shared core each answers, and whether the tenant has approved that.</summary>
[Authorize(Policy = Policies.ReadSharing)]
public sealed class CoreModel(ReadCoreMapping read) : PageModel
{
    public IReadOnlyList<CoreMappingState> Instruments { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Instruments = await read.AllAsync(ct);
}
