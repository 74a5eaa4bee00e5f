using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
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

public sealed record SignedOut(Guid AccountId) : AuditFact($"accounts/{AccountId}");

[Authorize(Policy = Policies.SignedIn)]
[BeforeSecondFactor]
public sealed class SignOutModel(SignInManager<Account> manager, SignInSessions sessions, SpaceDbContext db, AuditTrail audit, ActorContext actor, Links links) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        audit.Record(new SignedOut(actor.Current.Id));
        await db.SaveChangesAsync(ct);
        await sessions.EndAsync(actor.Current.Id, HttpContext.Features.Get<SessionState>()!.Id, ct);
        await manager.SignOutAsync();
        return LocalRedirect(links.SignIn());
    }
}
