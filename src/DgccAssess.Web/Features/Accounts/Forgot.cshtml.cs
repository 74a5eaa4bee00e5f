using DgccAssess.Core.Features.Accounts;
using DgccAssess.Web.Features.Federation;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Accounts;

/// <summary>Asks for a link by which to choose a new password. The answer is the same whether the address has an account or not.</summary>
[AllowAnonymous]
[LimitedAttempts]
[LocalWayIn]
public sealed class ForgotModel(RequestPasswordReset request) : PageModel
{
    [BindProperty]
    public ForgotInput Input { get; set; } = new();

    public bool IsAsked { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await request.HandleAsync(Input.Email?.Trim(), ct);
        if (!result.Succeeded) return this.PageWithErrors(result);
        IsAsked = true;
        return Page();
    }
}

public sealed record ForgotInput
{
    public string? Email { get; init; }
}
