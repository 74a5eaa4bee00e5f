using DgccAssess.Core.Data;
using DgccAssess.Core.Features.DataChecks;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.DataChecks;

/// <summary>A row with its history; who may read the list sees it, organizers change it.</summary>
[Authorize(Policy = Policies.ReadRounds)]
[Writes(Policies.OrganizeRounds)]
public sealed class EditDataCheckModel(ListDataChecks list, ChangeDataCheck change, ActorContext actor, MessageText messages, Links links) : PageModel
{
    [FromRoute]
    public Guid Check { get; init; }

    [BindProperty]
    public DataCheckInput Input { get; set; } = new();

    public DataCheckRow Stored { get; private set; } = null!;
    public IReadOnlyList<DataCheckStep> Steps { get; private set; } = [];
    public bool MayWrite => actor.Current.Can(Permissions.RoundsOrganize);

    /// <summary>Somebody else was faster: what is stored is shown beside what was typed.</summary>
    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        Input = DataCheckInput.Of(Stored.Check);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var content = Input.Read(ModelState, messages);
        if (!ModelState.IsValid) return await LoadAsync(ct) ? this.InvalidPage() : NotFound();

        var result = await change.HandleAsync(new ChangeDataCheckCommand(Check, Input.Version, content), ct);
        if (result.Succeeded) return LocalRedirect(links.DataChecks());
        if (!await LoadAsync(ct)) return NotFound();
        if (result.Kind is ResultKind.Stale)
        {
            // Saving again replaces what is shown now, knowingly.
            ModelState.Clear();
            (IsStale, Input) = (true, Input with { Version = Stored.Check.Version });
        }

        return this.PageWithErrors(result);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await list.FindAsync(Check, ct) is not { } stored) return false;
        (Stored, Steps) = (stored, await list.StepsAsync(Check, ct));
        return true;
    }
}
