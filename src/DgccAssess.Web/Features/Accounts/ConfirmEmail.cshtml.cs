using DgccAssess.Core.Features.Accounts;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Accounts;

/// <summary>Where the link to a new address leads. A click of a person changes it, not a mail program that looks at links.</summary>
[AllowAnonymous]
[LimitedAttempts]
public sealed class ConfirmEmailModel(ChangeEmail change, Links links) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>Null: the link is no good any more.</summary>
    public string? Email { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Email = await change.FindAsync(Token, ct);
        return Answer();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        (await change.ConfirmAsync(new ConfirmEmailCommand(Token), ct)).Succeeded ? LocalRedirect(links.SignInAfter(JustDone.Address)) : Answer();

    private IActionResult Answer()
    {
        if (Email is null) Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
