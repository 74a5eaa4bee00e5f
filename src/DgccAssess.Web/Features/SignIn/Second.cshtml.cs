using System.ComponentModel.DataAnnotations;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.SignIn.Authenticator;
using DgccAssess.Core.Security;
using DgccAssess.Web.Features.Connect;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.SignIn;

/// <summary>The second step of signing in: a code of the app, or a recovery code.</summary>
[AllowAnonymous]
[LimitedAttempts]
[LeadsToClient]
public sealed class SecondModel(
    PendingSignIn pending, ProveSecondFactor prove, OpenSession open, UserManager<Account> accounts, ActorContext actor, IStringLocalizer<SignInWords> words, Links links)
    : PageModel
{
    [BindProperty]
    public SecondInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public bool HasAuthenticator { get; private set; }
    public bool HasPasskeys { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() is null ? LocalRedirect(links.SignIn(ReturnUrl)) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is not { } account) return LocalRedirect(links.SignIn(ReturnUrl));
        if (string.IsNullOrWhiteSpace(Input.Code)) ModelState.AddModelError("Input.Code", words["Second.CodeMissing"]);
        if (!ModelState.IsValid) return this.InvalidPage();

        if (!actor.IsSet) actor.Set(new Actor(account.Id, account.DisplayName, account.AgencyId, new HashSet<string>()));
        var proof = await prove.HandleAsync(account, Input.Code!);
        if (proof is Proof.Refused)
        {
            ModelState.AddModelError("Input.Code", words["Second.Refused"]);
            return this.InvalidPage();
        }

        var method = (await pending.IsFromProviderAsync(), proof) switch
        {
            (true, Proof.Code) => SignInMethod.IdentityProviderAndCode,
            (true, _) => SignInMethod.IdentityProviderAndRecoveryCode,
            (false, Proof.Code) => SignInMethod.PasswordAndCode,
            _ => SignInMethod.PasswordAndRecoveryCode,
        };
        await pending.EndAsync();
        await open.HandleAsync(account, method);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : links.Home());
    }

    private async Task<Account?> LoadAsync()
    {
        if (await pending.FindAsync() is not { } account) return null;
        HasAuthenticator = account.AuthenticatorSince is not null;
        HasPasskeys = (await accounts.GetPasskeysAsync(account)).Count > 0;
        return account;
    }
}

public sealed record SecondInput
{
    [StringLength(ProveSecondFactor.LongestCode)]
    public string? Code { get; init; }
}
