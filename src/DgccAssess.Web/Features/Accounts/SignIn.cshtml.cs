using System.ComponentModel.DataAnnotations;
using DgccAssess.Web.Features.Connect;
using DgccAssess.Web.Features.Federation;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Accounts;

[AllowAnonymous]
[LimitedAttempts]
[LocalWayIn(HasPageOfItsOwn = true)]
[LeadsToClient]
public sealed class SignInModel(PasswordSignIn signIn, IStringLocalizer<AccountsWords> words, Links links) : PageModel
{
    [BindProperty]
    public SignInInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Of <see cref="JustDone"/>: what led here, said once.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public string? DoneWord => Done switch
    {
        JustDone.Password => words["SignIn.PasswordSaved"].Value,
        JustDone.Address => words["SignIn.AddressChanged"].Value,
        _ => null,
    };

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Input.Email)) ModelState.AddModelError("Input.Email", words["SignIn.EmailMissing"]);
        if (string.IsNullOrEmpty(Input.Password)) ModelState.AddModelError("Input.Password", words["SignIn.PasswordMissing"]);
        if (!ModelState.IsValid) return this.InvalidPage();

        switch (await signIn.HandleAsync(Input.Email!.Trim(), Input.Password!))
        {
            case SignInOutcome.SignedIn:
                return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : links.Home());
            case SignInOutcome.SecondStep:
                return LocalRedirect(links.SecondStep(ReturnUrl));
            default:
                ModelState.AddModelError("Input.Email", words["SignIn.Refused"]);
                return this.InvalidPage();
        }
    }
}

/// <summary>What somebody did just before signing in.</summary>
public static class JustDone
{
    public const string Password = "password";
    public const string Address = "address";
}

public sealed record SignInInput
{
    [StringLength(256)]
    public string? Email { get; init; }

    [StringLength(256)]
    public string? Password { get; init; }
}
