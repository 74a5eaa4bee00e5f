using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Evidence;

[Authorize(Policy = Policies.AnswerAssessments)]
[AssessmentPage(AssessmentAccess.Answer)]
public sealed class AddLinkModel(AddEvidenceLink add, ListEvidence list, TenantDbContext db, MessageText messages, Links links) : EvidencePageModel(list, db)
{
    [BindProperty]
    public LinkInput Input { get; set; } = new();

    public IActionResult OnGet(string indicator) => Redirect(links.AddEvidence(Assessment.Round, Assessment.Agency, indicator));

    public async Task<IActionResult> OnPostAsync(string indicator, CancellationToken ct)
    {
        var result = Input.Id is { } id
            ? await add.HandleAsync(new(id, Assessment.Id, indicator, Input.Url, Input.Title), ct)
            : Result.Invalid("Url", EvidenceMessages.FormIncomplete);
        if (result.Kind is ResultKind.NotFound or ResultKind.Forbidden) return new StatusCodeResult(PageResults.StatusOf(result.Kind));

        foreach (var problem in result.Problems) ModelState.AddModelError(EvidenceAnswers.FieldOf(problem), messages.Of(problem));
        if (!result.Succeeded) return await ShowAsync(indicator, EvidenceAnswers.StatusOf(result), ct, Input.Url, Input.Title);
        return Request.IsPartial()
            ? await ShowAsync(indicator, StatusCodes.Status200OK, ct)
            : Redirect(links.AnswerEvidence(Assessment.Round, Assessment.Agency, indicator));
    }
}

public sealed record LinkInput
{
    public Guid? Id { get; init; }
    public string? Url { get; init; }
    public string? Title { get; init; }
}
