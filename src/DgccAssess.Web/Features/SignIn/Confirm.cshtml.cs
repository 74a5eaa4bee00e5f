using DgccAssess.Core.Features.SignIn.Sessions;
using DgccAssess.Web.Features.Connect;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.SignIn;

/// <summary>A fresh proof of who is at the keyboard, before a weighty step; then back to it.</summary>
[Authorize(Policy = Policies.SignedIn)]
[BeforeSecondFactor]
[LimitedAttempts]
[LeadsToClient]
public sealed class ConfirmModel(ConfirmIdentity confirm, IStringLocalizer<SignInWords> words, Links links) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public WaysToConfirm Ways { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync([FromForm(Name = StepUpAttribute.ProofField)] string? proof, CancellationToken ct)
    {
        if (await confirm.HandleAsync(HttpContext.Features.Get<SessionState>()!.Id, proof, ct)) return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : links.Home());
        await LoadAsync(ct);
        ModelState.AddModelError(StepUpAttribute.ProofField, words["Message.ProofWrong"]);
        return this.InvalidPage();
    }

    private async Task LoadAsync(CancellationToken ct) => Ways = await confirm.WaysAsync(ct);
}
