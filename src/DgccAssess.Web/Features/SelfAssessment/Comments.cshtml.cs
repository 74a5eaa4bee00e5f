using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.SelfAssessment;

/// <summary>The remarks on one answer; without scripts the form of the indicator page comes here.</summary>
[Authorize(Policy = Policies.ReadAssessments)]
[AssessmentPage(AssessmentAccess.Read)]
public sealed class CommentsModel(ReadAnswer readAnswer, AddComment addComment, Links links, TimeProvider clock) : AssessmentPageModel
{
    [FromRoute]
    public string Indicator { get; init; } = "";

    [BindProperty(Name = "Comment")]
    public CommentInput Input { get; set; } = new();

    public CommentsView Remarks { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(NewInput(), ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await addComment.HandleAsync(new(Assessment, Indicator, Input.Id, TypedText.Lines(Input.Text).Trim()), ct);
        if (result.Succeeded && !Request.IsPartial()) return Redirect(links.Answer(Assessment.Round, Assessment.Agency, Indicator) + "#comments");
        if (!result.Succeeded && result.Kind is ResultKind.NotFound or ResultKind.Forbidden) return this.PageWithErrors(result);

        await LoadAsync(result.Succeeded ? NewInput() : Input, ct);
        if (result.Succeeded) return Partial("_Comments", Remarks);
        var page = this.PageWithErrors(result, "Comment");
        return Request.IsPartial() ? Partial("_Comments", Remarks) : page;
    }

    private CommentInput NewInput() => new() { Id = clock.NewId() };

    private async Task<bool> LoadAsync(CommentInput input, CancellationToken ct)
    {
        if (await readAnswer.HandleAsync(Assessment, Indicator, ct) is not { } sheet) return false;
        Remarks = CommentsView.Of(Assessment, sheet, input);
        return true;
    }
}
