using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Objections;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Objections;

/// <summary>The organizer answers an agency's objection; one that is upheld leads to the correction.</summary>
[Authorize(Policy = Policies.OrganizeRounds)]
[AssessmentPage(AssessmentAccess.Organize)]
public sealed class AnswerObjectionModel(ReadObjections objections, InstrumentLibrary instruments, AnswerObjection answer, TimeProvider clock, Links links) : AssessmentPageModel
{
    [BindProperty]
    public AnswerObjectionInput Input { get; set; } = new();

    public ResultObjections Objections { get; private set; } = null!;
    public InstrumentTexts Texts { get; private set; } = null!;
    public DateTime Now => clock.UtcNow;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await answer.HandleAsync(new(Assessment.Id, Input.Id ?? Guid.Empty, Input.IsUpheld, Input.Answer ?? "", Input.Version), ct);
        if (result.Succeeded) return LocalRedirect(links.AnswerObjection(Assessment.Round, Assessment.Agency));
        return await LoadAsync(ct) ? this.PageWithErrors(result) : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Objections = await objections.HandleAsync(Assessment.Id, ct);
        Texts = (await instruments.GetAsync(Assessment.InstrumentVersionId, ct)).TextsIn(CultureInfo.CurrentUICulture.Name);
        return Objections.Filed.Count > 0;
    }
}

public sealed record AnswerObjectionInput
{
    public Guid? Id { get; init; }
    public bool? IsUpheld { get; init; }
    public string? Answer { get; init; }
    public int? Version { get; init; }
}
