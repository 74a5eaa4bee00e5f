using DgccAssess.Core.Features.SignIn.Authenticator;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.SignIn;

[Authorize(Policy = Policies.SignedIn)]
[StepUp]
public sealed class AuthenticatorOffModel(CurrentAccount current, SetUpSecondFactor setUp, Links links) : PageModel
{
    public async Task<IActionResult> OnGetAsync() => (await current.GetAsync()).AuthenticatorSince is null ? LocalRedirect(links.Security()) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        await setUp.SwitchOffAsync(await current.GetAsync());
        return LocalRedirect(links.Security());
    }
}
