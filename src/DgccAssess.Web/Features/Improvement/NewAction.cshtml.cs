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
public sealed class NewActionModel(InstrumentLibrary instruments, AddAction addAction, MessageText messages, TimeProvider clock, Links links) : AssessmentPageModel
{
    [BindProperty]
    public NewActionInput Input { get; set; } = new();

    public InstrumentDocument Instrument { get; private set; } = null!;
    public InstrumentTexts Texts => Instrument.TextsIn(CultureInfo.CurrentUICulture.Name);

    public Task OnGetAsync(CancellationToken ct)
    {
        Input = new NewActionInput { Id = clock.NewId(), State = nameof(ActionState.Planned) };
        return LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var content = Input.Read(ModelState, messages);
        if (!ModelState.IsValid)
        {
            await LoadAsync(ct);
            return this.InvalidPage();
        }

        var result = await addAction.HandleAsync(new AddActionCommand(Assessment, Input.Id ?? Guid.Empty, Input.Indicator ?? "", content), ct);
        if (result.Succeeded) return LocalRedirect(links.ImprovementPlan(Assessment.Round, Assessment.Agency));
        await LoadAsync(ct);
        return this.PageWithErrors(result);
    }

    private async Task LoadAsync(CancellationToken ct) => Instrument = await instruments.GetAsync(Assessment.InstrumentVersionId, ct);
}
