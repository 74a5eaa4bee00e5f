using System.Security.Claims;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.SignIn.Sessions;
using DgccAssess.Core.Security;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Accounts;

/// <summary>Another password for oneself, by the one so far.</summary>
[Authorize(Policy = Policies.SignedIn)]
[StepUp]
[LimitedAttempts]
public sealed class ChangePasswordModel(ChangePassword change, SignInManager<Account> manager, CurrentAccount current) : PageModel
{
    [BindProperty]
    public ChangePasswordInput Input { get; set; } = new();

    public string? Email { get; private set; }
    public bool IsDone { get; private set; }

    public async Task OnGetAsync() => Email = (await current.GetAsync()).Email;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Email = (await current.GetAsync()).Email;
        var result = await change.HandleAsync(new ChangePasswordCommand(Input.Current, Input.Password, HttpContext.Features.Get<SessionState>()!.Id), ct);
        if (!result.Succeeded) return this.PageWithErrors(result);

        // The cookie carries the account's stamp, which is another now.
        await manager.SignInWithClaimsAsync(await current.GetAsync(), isPersistent: false, [new Claim(SpaceClaims.Session, User.FindFirstValue(SpaceClaims.Session)!)]);
        IsDone = true;
        return Page();
    }
}

public sealed record ChangePasswordInput
{
    public string? Current { get; init; }
    public string? Password { get; init; }
}
