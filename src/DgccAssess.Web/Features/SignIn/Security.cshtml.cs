using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.SignIn.Sessions;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.SignIn;

/// <summary>How one signs in: what is set up, and where one is signed in.</summary>
[Authorize(Policy = Policies.SignedIn)]
[BeforeSecondFactor]
public sealed class SecurityModel(
    CurrentAccount current, UserManager<Account> accounts, SignInSessions sessions, SecondFactorPolicy policy, SpaceContext space, Links links) : PageModel
{
    public Account Account { get; private set; } = null!;
    public int Passkeys { get; private set; }
    public int RecoveryCodesLeft { get; private set; }
    public IReadOnlyList<SignInSession> Sessions { get; private set; } = [];
    public SessionState Here => HttpContext.Features.Get<SessionState>()!;
    public bool IsDemanded => policy.Demands(User, space.Space);

    /// <summary>The role demands a second factor, and this installation does not insist.</summary>
    public bool IsWaived => policy.IsOptionalHere && space.Space.Settings.MfaRoles.Any(User.IsInRole);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Account = await current.GetAsync();
        Passkeys = (await accounts.GetPasskeysAsync(Account)).Count;
        RecoveryCodesLeft = await accounts.CountRecoveryCodesAsync(Account);
        Sessions = await sessions.ListAsync(Account.Id, ct);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken ct)
    {
        var result = await sessions.EndAsync(Here.AccountId, id, ct);
        return result.Succeeded ? LocalRedirect(links.Security()) : NotFound();
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken ct)
    {
        await sessions.EndOthersAsync(Here.AccountId, Here.Id, ct);
        return LocalRedirect(links.Security());
    }
}
