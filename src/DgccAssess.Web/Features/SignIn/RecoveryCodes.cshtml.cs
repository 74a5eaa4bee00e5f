using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.SignIn.Authenticator;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.SignIn;

[Authorize(Policy = Policies.SignedIn)]
[StepUp]
public sealed class RecoveryCodesModel(CurrentAccount current, UserManager<Account> accounts, SetUpSecondFactor setUp, Links links) : PageModel
{
    public int Left { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var account = await current.GetAsync();
        if (!account.TwoFactorEnabled) return LocalRedirect(links.Security());
        Left = await accounts.CountRecoveryCodesAsync(account);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await current.GetAsync();
        return account.TwoFactorEnabled ? this.ShowCodes(await setUp.RenewAsync(account)) : LocalRedirect(links.Security());
    }
}
