using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SharedCore;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.SharedCore;

/// <summary>The tenant's word on a mapping: approved as it is, or changed row by row, each time as a further version.</summary>
[Authorize(Policy = Policies.DecideSharing)]
public sealed class ApprovalModel(ReadCoreMapping read, ApproveMapping approve, SpaceView view, Links links) : PageModel
{
    [BindProperty]
    public MappingInput Input { get; set; } = new();

    public CoreMappingState Mapping { get; private set; } = null!;

    /// <summary>Somebody else was faster: what is in force is shown beside what was typed.</summary>
    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(string instrument, CancellationToken ct)
    {
        if (!await LoadAsync(instrument, ct)) return NotFound();
        Input = MappingInput.Of(Mapping, view.Language);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string instrument, CancellationToken ct) =>
        await LoadAsync(instrument, ct) ? await SaveAsync(new(instrument, Input.Typed(), view.Language, Input.Version), ct) : NotFound();

    public async Task<IActionResult> OnPostTakeBackAsync(string instrument, CancellationToken ct) =>
        await LoadAsync(instrument, ct) ? await SaveAsync(new(instrument, null, view.Language, Input.Version), ct) : NotFound();

    private async Task<IActionResult> SaveAsync(ApproveMappingCommand command, CancellationToken ct)
    {
        var saved = await approve.HandleAsync(command, ct);
        if (saved.Succeeded) return LocalRedirect(links.CoreMapping(command.Instrument));
        Input = Input.Filled(Mapping, view.Language);
        if (saved.Kind is not ResultKind.Stale) return this.PageWithErrors(saved);

        // Saving again replaces what is shown now, knowingly.
        await LoadAsync(command.Instrument, ct);
        ModelState.Clear();
        (IsStale, Input) = (true, Input with { Version = Mapping.Number });
        return this.PageWithErrors(Result.Stale());
    }

    private async Task<bool> LoadAsync(string instrument, CancellationToken ct)
    {
        if (await read.FindAsync(instrument, ct) is not { } found) return false;
        Mapping = found;
        return true;
    }
}
