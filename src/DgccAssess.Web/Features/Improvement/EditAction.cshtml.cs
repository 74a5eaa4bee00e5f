using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Improvement;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Improvement;

[Authorize(Policy = Policies.CoordinateAssessments)]
[AssessmentPage(AssessmentAccess.Coordinate)]
public sealed class EditActionModel(ListActions listActions, InstrumentLibrary instruments, ChangeAction changeAction, MessageText messages, Links links) : AssessmentPageModel
{
    [FromRoute]
    public Guid Action { get; init; }

    [BindProperty]
    public ActionInput Input { get; set; } = new();

    public PlannedAction Stored { get; private set; } = null!;
    public InstrumentTexts Texts { get; private set; } = null!;

    /// <summary>Somebody else was faster: what is stored is shown beside what was typed.</summary>
    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        Input = ActionInput.Of(Stored.Action);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var content = Input.Read(ModelState, messages);
        if (!ModelState.IsValid) return await LoadAsync(ct) ? this.InvalidPage() : NotFound();

        var result = await changeAction.HandleAsync(new ChangeActionCommand(Assessment, Action, Input.Version, content), ct);
        if (result.Succeeded) return LocalRedirect(links.ImprovementPlan(Assessment.Round, Assessment.Agency));
        if (!await LoadAsync(ct)) return NotFound();
        if (result.Kind is ResultKind.Stale)
        {
            // Saving again replaces what is shown now, knowingly.
            ModelState.Clear();
            (IsStale, Input) = (true, Input with { Version = Stored.Action.Version });
        }

        return this.PageWithErrors(result);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if ((await listActions.HandleAsync(Assessment.AgencyId, ct)).FirstOrDefault(a => a.Action.Id == Action) is not { } stored) return false;
        (Stored, Texts) = (stored, (await instruments.GetAsync(stored.Version, ct)).TextsIn(CultureInfo.CurrentUICulture.Name));
        return true;
    }
}
