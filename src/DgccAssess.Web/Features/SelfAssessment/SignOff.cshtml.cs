using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.SelfAssessment;

/// <summary>Statement and publication consent, then the receipt: after signing, this address shows it.</summary>
[Authorize(Policy = Policies.CoordinateAssessments)]
[AssessmentPage(AssessmentAccess.Coordinate)]
[StepUp]
public sealed class SignOffModel(
    ListAnswers listAnswers, SignOffAssessment signOff, FindReceipt findReceipt, IStringLocalizer<SelfAssessmentWords> words, SpaceView view, Links links)
    : AssessmentPageModel
{
    [BindProperty]
    public SignOffInput Input { get; set; } = new();

    public AnswerList List { get; private set; } = null!;
    public Receipt? Receipt { get; private set; }

    public string Statement => words["SignOff.Statement", Assessment.AgencyNames.InCurrentLanguage(), Assessment.Round, List.Answers.Count];
    public string Consent => words["SignOff.Consent", Assessment.AgencyNames.InCurrentLanguage(), Assessment.Round];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new SignOffInput { Version = Assessment.Version, Answers = List.Token, Language = view.Language };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        // What is stored must be what was read: the words of the language the form was shown in.
        var result = Input.Language == view.Language
            ? await signOff.HandleAsync(new(Assessment, Input.Version, Input.Answers ?? "", $"{Statement}\n\n{Consent}", Input.StatementAccepted, Input.PublicationConsent), ct)
            : Result.Conflict(SelfAssessmentMessages.StatementChanged);
        if (result.Succeeded) return Redirect(links.SignOff(Assessment.Round, Assessment.Agency));

        var isOutdated = result.Kind is ResultKind.Stale or ResultKind.Conflict;
        if (isOutdated)
        {
            // Whoever signs must tick again, under the answers as they are now.
            ModelState.Clear();
            await LoadAsync(ct);
            Input = new SignOffInput { Version = Assessment.Version, Answers = List.Token, Language = view.Language };
        }

        return this.PageWithErrors(result);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        List = await listAnswers.HandleAsync(Assessment, ct);
        Receipt = await findReceipt.HandleAsync(Assessment.Id, ct);
    }
}

public sealed record SignOffInput
{
    public int? Version { get; init; }

    /// <summary>Token of the answers shown.</summary>
    public string? Answers { get; init; }

    /// <summary>Language the statement was shown in.</summary>
    public string? Language { get; init; }

    public bool StatementAccepted { get; init; }
    public bool PublicationConsent { get; init; }
}
