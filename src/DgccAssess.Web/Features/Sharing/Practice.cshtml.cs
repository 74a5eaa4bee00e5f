using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing.Practices;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Sharing;

/// <summary>One practice for those who decide on sharing: what the agency said, another text, taking it back.</summary>
[Authorize(Policy = Policies.ReadSharing)]
[Writes(Policies.DecideSharing)]
public sealed class PracticeModel(TenantDbContext db, SpaceInfo space, FindPractice find, RewordPractice reword, WithdrawPractice withdraw, ActorContext actor, Links links) : PageModel
{
    [BindProperty]
    public PracticeInput Input { get; set; } = new();

    public FoundPractice Found { get; private set; } = null!;

    /// <summary>Somebody else was faster: what is stored is shown beside what was typed.</summary>
    public bool IsStale { get; private set; }

    public bool MayDecide => actor.Current.Can(Permissions.SharingDecide);
    public bool CanWithdraw => Found.Practice.State is PracticeState.Proposed or PracticeState.Agreed;

    public async Task<IActionResult> OnGetAsync(string round, string agency, string question, CancellationToken ct)
    {
        if (!await LoadAsync(round, agency, question, ct)) return NotFound();
        Input = new PracticeInput { Version = Found.Practice.Version }.In(space.Settings.Languages, Found.Practice.Texts.Values);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string round, string agency, string question, CancellationToken ct)
    {
        if (!await LoadAsync(round, agency, question, ct)) return NotFound();
        if (!ModelState.IsValid) return this.InvalidPage();
        var result = await reword.HandleAsync(new RewordPracticeCommand(round, agency, question, Input.Typed, Input.Version), ct);
        Input = Input.In(space.Settings.Languages);
        return await AnswerAsync(result, ct);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string round, string agency, string question, CancellationToken ct)
    {
        if (!await LoadAsync(round, agency, question, ct)) return NotFound();
        if (!ModelState.IsValid) return this.InvalidPage();
        var result = await withdraw.HandleAsync(new WithdrawPracticeCommand(round, agency, question, Input.Note, Input.Version), ct);
        Input = Input.In(space.Settings.Languages, Found.Practice.Texts.Values);
        return await AnswerAsync(result, ct);
    }

    private async Task<IActionResult> AnswerAsync(Result result, CancellationToken ct)
    {
        if (result.Succeeded) return LocalRedirect(links.Practice(Found.Round, Found.Agency, Found.Practice.Question));
        await LoadAsync(Found.Round, Found.Agency, Found.Practice.Question, ct);
        if (result.Kind is ResultKind.Stale)
        {
            // Saving again replaces what is shown now, knowingly.
            ModelState.Clear();
            (IsStale, Input) = (true, Input with { Version = Found.Practice.Version });
        }

        return this.PageWithErrors(result);
    }

    private async Task<bool> LoadAsync(string round, string agency, string question, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (await find.HandleAsync(round, agency, question, ct) is not { } found) return false;
        Found = found;
        return true;
    }
}
