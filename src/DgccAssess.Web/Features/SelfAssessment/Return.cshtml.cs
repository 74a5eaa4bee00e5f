using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.SelfAssessment;

/// <summary>The coordinator sends one answer back with a reason.</summary>
[Authorize(Policy = Policies.CoordinateAssessments)]
[AssessmentPage(AssessmentAccess.Coordinate)]
public sealed class ReturnModel(ReadAnswer readAnswer, ReturnAnswer returnAnswer, Links links) : AssessmentPageModel
{
    [FromRoute]
    public string Indicator { get; init; } = "";

    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    public AnswerSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        Input = new ReasonInput { Version = Sheet.Stored.Version };
        return Sheet.Edit.Succeeded ? Page() : Redirect(links.Answer(Assessment.Round, Assessment.Agency, Indicator));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await returnAnswer.HandleAsync(new(Assessment, Indicator, Input.Version, TypedText.Lines(Input.Reason).Trim()), ct);
        if (result.Succeeded) return Redirect(links.CheckAnswers(Assessment.Round, Assessment.Agency) + "#check-" + Indicator);
        if (!await LoadAsync(ct)) return NotFound();
        if (result.Kind is ResultKind.Stale)
        {
            // The page now shows the stored answer; the reason typed is kept, and a further press returns what is shown.
            ModelState.Clear();
            Input = Input with { Version = Sheet.Stored.Version };
        }

        return this.PageWithErrors(result);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await readAnswer.HandleAsync(Assessment, Indicator, ct) is not { } sheet) return false;
        Sheet = sheet;
        return true;
    }
}

/// <summary>A version and a reason: what returning and recalling ask for.</summary>
public sealed record ReasonInput
{
    public int? Version { get; init; }
    public string? Reason { get; init; }
}
