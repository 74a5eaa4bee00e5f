using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DgccAssess.Web.Features.SelfAssessment;

/// <summary>One indicator: criteria, facts, analysis, level. Autosave and plain post share the handler.</summary>
[Authorize(Policy = Policies.ReadAssessments)]
[AssessmentPage(AssessmentAccess.Read)]
public sealed class IndicatorModel(ReadAnswer readAnswer, ListEvidence listEvidence, SaveAnswer saveAnswer, InstrumentLibrary instruments, Links links)
    : AssessmentPageModel
{
    [FromRoute]
    public string Indicator { get; init; } = "";

    [BindProperty(BinderType = typeof(AnswerInputBinder))]
    [ValidateNever]
    public AnswerInput Input { get; set; } = new();

    public AnswerSheet Sheet { get; private set; } = null!;
    public EvidenceSection Evidence { get; private set; } = null!;

    /// <summary>Rows of facts shown, empty ones included.</summary>
    public int FactRows { get; private set; }

    /// <summary>Set when somebody else saved first: what this person wanted to store.</summary>
    public AnswerContent? Mine { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] int rows, CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();

        var content = Sheet.Stored.Content;
        if (Sheet.Stored.Status is AnswerStatus.NotStarted) content = content with { Criteria = AnswerRules.MetFromTheStart(Sheet.Document, Sheet.Node) };
        Input = AnswerInput.Of(content, Sheet.Stored.Version);
        ShowFactRows(rows);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? then, CancellationToken ct)
    {
        var action = AnswerAction.Of(then);
        var input = action.ApplyTo(Input);
        var content = input.ToContent();
        var result = content.Succeeded
            ? await saveAnswer.HandleAsync(new(Assessment, Indicator, Input.Version, content.Value!, action.IsReady), ct)
            : Result<StoredAnswer>.From(content);

        if (!result.Succeeded) return await ShowAgainAsync(result, content.Value, ct);
        if (Request.IsPartial()) return Partial("_Saved", Saved(await instruments.GetAsync(Assessment.InstrumentVersionId, ct), result.Value!));
        if (!await LoadAsync(ct)) return NotFound();
        return Redirect(Destination(action));
    }

    private async Task<IActionResult> ShowAgainAsync(Result<StoredAnswer> result, AnswerContent? mine, CancellationToken ct)
    {
        if (result.Kind is ResultKind.NotFound or ResultKind.Forbidden || !await LoadAsync(ct)) return StatusCode(PageResults.StatusOf(result.Kind));

        if (result.Kind is not ResultKind.Invalid) Mine = mine;
        if (result.Kind is ResultKind.Stale) Input = Input with { Version = Sheet.Stored.Version };
        ShowFactRows(Input.Facts.Count);
        this.AddProblems(result);
        Response.StatusCode = PageResults.StatusOf(result.Kind);
        if (!Request.IsPartial()) return Page();
        return Mine is null ? Partial("_ErrorSummary") : Partial("_Conflict", this);
    }

    private SavedView Saved(InstrumentDocument document, StoredAnswer stored) =>
        new(stored, SupportView.Of(document, document.Instrument.FindIndicator(Indicator)!, stored.Content.Criteria, stored.Content.Level));

    private string Destination(AnswerAction action)
    {
        if (action.IsNext && Sheet.Next is { } next) return links.Answer(Assessment.Round, Assessment.Agency, next.Code);
        if (action.IsNext) return links.Assessment(Assessment.Round, Assessment.Agency);
        var here = links.Answer(Assessment.Round, Assessment.Agency, Indicator);
        return action.Rows(Input) is { } rows ? $"{here}?rows={rows.ToString(CultureInfo.InvariantCulture)}#facts" : here;
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await readAnswer.HandleAsync(Assessment, Indicator, ct) is not { } sheet) return false;
        Sheet = sheet;
        var evidence = await listEvidence.HandleAsync(Assessment, Indicator, ct);
        Evidence = evidence with { Editable = evidence.Editable && sheet.Edit.Succeeded };
        return true;
    }

    private void ShowFactRows(int asked) => FactRows = Math.Clamp(asked, Math.Min(Input.Facts.Count + 1, AnswerCheck.FactCount), Math.Max(AnswerCheck.FactCount, Input.Facts.Count));
}
