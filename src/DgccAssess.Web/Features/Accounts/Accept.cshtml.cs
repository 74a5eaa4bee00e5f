using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Web.Features.Federation;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Accounts;

/// <summary>Where the link of an invitation leads: choose a password, and the account is ready.</summary>
[AllowAnonymous]
[LimitedAttempts]
[LocalWayIn]
public sealed class AcceptModel(AcceptInvitation accept, Links links) : PageModel
{
    [BindProperty]
    public ChosenPassword Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>Null: the link is no good any more.</summary>
    public Account? Person { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Person = await accept.FindAsync(Token, ct);
        return Answer();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await accept.HandleAsync(new AcceptInvitationCommand(Token, Input.Password), ct);
        if (result.Succeeded) return LocalRedirect(links.SignInAfter(JustDone.Password));
        if (result.Kind is ResultKind.Conflict) return Answer();
        Person = await accept.FindAsync(Token, ct);
        return this.PageWithErrors(result);
    }

    private IActionResult Answer()
    {
        if (Person is null) Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
