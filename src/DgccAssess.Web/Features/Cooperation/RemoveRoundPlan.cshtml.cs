using DgccAssess.Core.Features.Cooperation.Pipeline;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Cooperation;

[Authorize(Policy = Policies.ManageProgramme)]
public sealed class RemoveRoundPlanModel(ReadPipeline read, RemoveRoundPlan remove, Links links) : PageModel
{
    [BindProperty]
    public RemoveInput Input { get; set; } = new();

    public RoundPlan Stored { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid item, CancellationToken ct) => await LoadAsync(item, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid item, CancellationToken ct)
    {
        var result = await remove.HandleAsync(new(item, Input.Version), ct);
        if (result.Succeeded) return LocalRedirect(links.Pipeline());
        if (!await LoadAsync(item, ct)) return NotFound();

        // The page shows what is stored now; the form goes on from it.
        ModelState.Clear();
        return this.PageWithErrors(result);
    }

    private async Task<bool> LoadAsync(Guid item, CancellationToken ct)
    {
        if (await read.FindAsync(item, ct) is not { } stored) return false;
        Stored = stored;
        return true;
    }
}
