using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.SelfAssessment;

/// <summary>The coordinator hands indicators to people: a whole aspect or the ticked ones.</summary>
[Authorize(Policy = Policies.CoordinateAssessments)]
[AssessmentPage(AssessmentAccess.Coordinate)]
public sealed class AssignModel(ListAnswers listAnswers, ListRespondents listRespondents, AssignAnswers assignAnswers, Links links) : AssessmentPageModel
{
    public const string Everybody = "everybody";

    [BindProperty]
    public AssignInput Input { get; set; } = new();

    public AnswerList List { get; private set; } = null!;
    public InstrumentTexts Texts { get; private set; } = null!;
    public IReadOnlyList<TaskGroup> Groups { get; private set; } = [];
    public IReadOnlyList<Respondent> People { get; private set; } = [];

    /// <summary>The group whose form came back; null before anything was posted.</summary>
    public string? Posted => ModelState.IsValid ? null : Input.Group;

    public bool IsChosen(string indicator) => Input.Answers.Any(a => a.IsChosen && a.Indicator == indicator);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Assessment.Status is not AssessmentStatus.Answering) return Redirect(links.Assessment(Assessment.Round, Assessment.Agency));
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var chosen = Input.Answers.Where(a => Input.All || a.IsChosen).Select(a => new AnswerToAssign(a.Indicator ?? "", a.Version)).ToList();
        var holder = Guid.TryParse(Input.Holder, out var id) ? id : (Guid?)null;
        if (holder is null && Input.Holder is not Everybody)
        {
            return await ShowAgainAsync(Result.Invalid(nameof(Input.Holder), SelfAssessmentMessages.NobodyChosen), ct);
        }

        var result = await assignAnswers.HandleAsync(new AssignAnswersCommand(Assessment, holder, chosen), ct);
        return result.Succeeded ? Redirect(links.AssignAnswers(Assessment.Round, Assessment.Agency) + "#" + Input.Group) : await ShowAgainAsync(result, ct);
    }

    private async Task<IActionResult> ShowAgainAsync(Result result, CancellationToken ct)
    {
        await LoadAsync(ct);
        // Versions on the page come from what is stored now, not from what was posted.
        ModelState.Clear();
        return this.PageWithErrors(result);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        List = await listAnswers.HandleAsync(Assessment, ct);
        Texts = List.Document.TextsIn(CultureInfo.CurrentUICulture.Name);
        Groups = TaskGroup.Of(List, _ => true);
        People = await listRespondents.HandleAsync(Assessment.AgencyId, ct);
    }
}

public sealed record AssignInput
{
    /// <summary>Id of a person, or <see cref="AssignModel.Everybody"/>.</summary>
    public string? Holder { get; init; }

    /// <summary>The whole group, whatever is ticked.</summary>
    public bool All { get; init; }

    /// <summary>The group the form is about, to come back to it.</summary>
    public string? Group { get; init; }

    public List<AssignRow> Answers { get; init; } = [];
}

public sealed record AssignRow
{
    public string? Indicator { get; init; }
    public int? Version { get; init; }
    public bool IsChosen { get; init; }
}
