using DgccAssess.Core.Features.Cooperation;
using DgccAssess.Core.Features.Egdi;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Cooperation;

[Authorize(Policy = Policies.ReadCountries)]
public sealed class CenterModel(ReadCooperation read, EgdiShelf shelf, ActorContext actor) : PageModel
{
    public CooperationCenter Center { get; private set; } = null!;
    public IReadOnlyList<ProjectFacts> Projects { get; private set; } = [];
    public EgdiEditions Editions { get; private set; } = null!;
    public bool MayWrite => actor.Current.Can(Permissions.ProgrammeManage);

    public async Task<IActionResult> OnGetAsync(string center, CancellationToken ct)
    {
        if (await read.CenterAsync(center, ct) is not var (found, projects)) return NotFound();
        (Center, Projects, Editions) = (found, projects, await shelf.ReadAsync(ct));
        return Page();
    }
}
