using DgccAssess.Core.Features.Accounts;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Accounts;

/// <summary>Another address to sign in with; it counts once the link sent there is opened.</summary>
[Authorize(Policy = Policies.SignedIn)]
[StepUp]
[LimitedAttempts]
public sealed class ChangeEmailModel(ChangeEmail change, CurrentAccount current) : PageModel
{
    [BindProperty]
    public ForgotInput Input { get; set; } = new();

    public string? Email { get; private set; }
    public bool IsAsked { get; private set; }

    public async Task OnGetAsync() => Email = (await current.GetAsync()).Email;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Email = (await current.GetAsync()).Email;
        var result = await change.RequestAsync(Input.Email, ct);
        if (!result.Succeeded) return this.PageWithErrors(result);
        IsAsked = true;
        return Page();
    }
}
