using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Features.Sharing.Practices;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Sharing;

/// <summary>The agency reads what is to be said of it in Korea, agrees, declines, or takes its consent back.</summary>
[Authorize(Policy = Policies.CoordinateAssessments)]
[AssessmentPage(AssessmentAccess.Coordinate)]
[StepUp]
public sealed class AgencyPracticeModel(TenantDbContext db, FindPractice find, AgreeToPractice agree, DeclinePractice decline, WithdrawPractice withdraw, Links links) : AssessmentPageModel
{
    [BindProperty]
    public PracticeAnswerInput Input { get; set; } = new();

    public Practice Practice { get; private set; } = null!;

    /// <summary>The text, or what was said to it, changed since it was read.</summary>
    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(string question, CancellationToken ct)
    {
        if (!await LoadAsync(question, ct)) return NotFound();
        Input = new PracticeAnswerInput { Version = Practice.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string question, CancellationToken ct) =>
        await AnswerAsync(question, () => agree.HandleAsync(new AgreeToPracticeCommand(Assessment, question, Input.Confirmed, Input.Version), ct), ct);

    public async Task<IActionResult> OnPostDeclineAsync(string question, CancellationToken ct) =>
        await AnswerAsync(question, () => decline.HandleAsync(new DeclinePracticeCommand(Assessment, question, Input.Note, Input.Version), ct), ct);

    public async Task<IActionResult> OnPostWithdrawAsync(string question, CancellationToken ct) =>
        await AnswerAsync(question, () => withdraw.HandleAsync(new WithdrawPracticeCommand(Assessment.Round, Assessment.Agency, question, Input.Note, Input.Version), ct), ct);

    private async Task<IActionResult> AnswerAsync(string question, Func<Task<Result>> write, CancellationToken ct)
    {
        if (!await LoadAsync(question, ct)) return NotFound();
        if (!ModelState.IsValid) return this.InvalidPage();
        var result = await write();
        if (result.Succeeded) return LocalRedirect(links.AgencyPractice(Assessment.Round, Assessment.Agency, question));
        await LoadAsync(question, ct);
        if (result.Kind is ResultKind.Stale or ResultKind.Conflict)
        {
            // Whoever agrees ticks again, under the text as it is now.
            ModelState.Clear();
            (IsStale, Input) = (true, Input with { Version = Practice.Version, Confirmed = false });
        }

        return this.PageWithErrors(result);
    }

    private async Task<bool> LoadAsync(string question, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (await find.HandleAsync(Assessment.Round, Assessment.Agency, question, ct) is not { } found) return false;
        Practice = found.Practice;
        return true;
    }
}

public sealed record PracticeAnswerInput
{
    public bool Confirmed { get; init; }
    public string? Note { get; init; }
    public int? Version { get; init; }
}
