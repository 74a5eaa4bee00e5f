using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Cooperation;
using DgccAssess.Core.Features.Egdi;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Cooperation;

/// <summary>Everything the register has of a project.</summary>
[Authorize(Policy = Policies.ReadCountries)]
public sealed class ProjectModel(ReadCooperation read, EgdiShelf shelf, ActorContext actor) : PageModel
{
    public ProjectFacts Facts { get; private set; } = null!;

    /// <summary>From the first project of the chain to this one, and those that go on from it.</summary>
    public IReadOnlyList<(string Code, LocalizedText Names)> Chain { get; private set; } = [];

    public EgdiEditions Editions { get; private set; } = null!;
    public bool MayWrite => actor.Current.Can(Permissions.ProgrammeManage);

    public async Task<IActionResult> OnGetAsync(string project, CancellationToken ct)
    {
        if (await read.ProjectAsync(project, ct) is not { } facts) return NotFound();
        (Facts, Chain, Editions) = (facts, await read.ChainAsync(project, ct), await shelf.ReadAsync(ct));
        return Page();
    }
}
