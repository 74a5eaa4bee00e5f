using System.Security.Claims;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.SignIn.Sessions;
using DgccAssess.Core.Security;
using Microsoft.AspNetCore.Identity;

namespace DgccAssess.Web.Features.SignIn;

public enum SignInMethod
{
    Password,
    PasswordAndCode,
    PasswordAndRecoveryCode,
    Passkey,
    IdentityProvider,

    /// <summary>The provider says that two factors were used, and the space believes it.</summary>
    IdentityProviderWithSecondFactor,
    IdentityProviderAndCode,
    IdentityProviderAndRecoveryCode,
    IdentityProviderAndPasskey,
}

public sealed record SignedIn(Guid AccountId, SignInMethod Method) : AuditFact($"accounts/{AccountId}");

/// <summary>The end of every way to sign in: the record in the database and the cookie that holds its token.</summary>
public sealed class OpenSession(
    SignInManager<Account> manager, UserManager<Account> accounts, SignInSessions sessions, SpaceDbContext db, AuditTrail audit, ActorContext actor, IHttpContextAccessor http)
{
    public async Task HandleAsync(Account account, SignInMethod method)
    {
        if (!actor.IsSet) actor.Set(new Actor(account.Id, account.DisplayName, account.AgencyId, new HashSet<string>()));
        var request = http.HttpContext!.Request;
        var device = new Device(AgentName.Of(request.Headers.UserAgent.ToString()), request.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "");
        var token = await sessions.OpenAsync(account, method is not (SignInMethod.Password or SignInMethod.IdentityProvider), device);
        audit.Record(new SignedIn(account.Id, method));
        await accounts.ResetAccessFailedCountAsync(account);
        await db.SaveChangesAsync();
        await manager.SignInWithClaimsAsync(account, isPersistent: false, [new Claim(SpaceClaims.Session, token)]);
    }
}
