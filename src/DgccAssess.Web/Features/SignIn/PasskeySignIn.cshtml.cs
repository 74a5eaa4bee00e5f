using System.ComponentModel.DataAnnotations;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Web.Features.Connect;
using DgccAssess.Web.Features.Federation;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.SignIn;

/// <summary>Sign-in with a passkey, which is two factors in one: the device, and what unlocks it. One of another space is not found in this one's database.</summary>
[AllowAnonymous]
[LimitedAttempts]
[LocalWayIn(AllowsSecondStep = true)]
[LeadsToClient]
public sealed class PasskeySignInModel(
    SignInManager<Account> manager, UserManager<Account> accounts, PendingSignIn pending, OpenSession open, IStringLocalizer<SignInWords> words, Links links) : PageModel
{
    [BindProperty]
    public CredentialInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostOptionsAsync() => Content(await manager.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid || string.IsNullOrEmpty(Input.Credential) || !(await HttpContext.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Succeeded) return Refuse();

        var assertion = await manager.PerformPasskeyAssertionAsync(Input.Credential);
        if (!assertion.Succeeded || await accounts.IsLockedOutAsync(assertion.User) || !await manager.CanSignInAsync(assertion.User)) return Refuse();

        // After the identity provider it is a second step: of the person who came from there, and of nobody else.
        var provided = await pending.IsFromProviderAsync();
        if (provided && (await pending.FindAsync())?.Id != assertion.User.Id) return Refuse();
        await pending.EndAsync();
        // The counter of the device goes up: a copy of it would show.
        await accounts.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey);
        await open.HandleAsync(assertion.User, provided ? SignInMethod.IdentityProviderAndPasskey : SignInMethod.Passkey);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : links.Home());
    }

    private IActionResult Refuse()
    {
        ModelState.AddModelError("", words["PasskeySignIn.Refused"]);
        return this.InvalidPage();
    }
}

public sealed record CredentialInput
{
    /// <summary>What the device answered, as JSON.</summary>
    [StringLength(16 * 1024)]
    public string? Credential { get; init; }
}
