using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.SelfAssessment;

/// <summary>Takes the sign-off back before the review begins.</summary>
[Authorize(Policy = Policies.CoordinateAssessments)]
[AssessmentPage(AssessmentAccess.Coordinate)]
public sealed class RecallModel(RecallAssessment recall, Links links) : AssessmentPageModel
{
    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    public IActionResult OnGet()
    {
        Input = new ReasonInput { Version = Assessment.Version };
        return Assessment.Status is AssessmentStatus.Submitted ? Page() : Redirect(links.Assessment(Assessment.Round, Assessment.Agency));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await recall.HandleAsync(new(Assessment, Input.Version, TypedText.Lines(Input.Reason).Trim()), ct);
        if (result.Succeeded) return Redirect(links.Assessment(Assessment.Round, Assessment.Agency));
        if (result.Kind is ResultKind.Stale)
        {
            ModelState.Clear();
            Input = Input with { Version = Assessment.Version };
        }

        return this.PageWithErrors(result);
    }
}
