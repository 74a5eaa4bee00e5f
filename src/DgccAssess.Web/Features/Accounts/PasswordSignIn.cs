using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Security;
using Microsoft.AspNetCore.Identity;

namespace DgccAssess.Web.Features.Accounts;

public enum SignInOutcome
{
    SignedIn,
    Refused,
    LockedOut,
}

public sealed record SignedIn(Guid AccountId) : AuditFact($"accounts/{AccountId}");

public sealed record SignInRefused(Guid AccountId, bool LockedOut) : AuditFact($"accounts/{AccountId}");

/// <summary>Checks a password and opens the session. Says no more about an unknown address than about a wrong password, and takes as long.</summary>
public sealed class PasswordSignIn(
    UserManager<Account> accounts, SignInManager<Account> sessions, SpaceDbContext db, AuditTrail audit, ActorContext actor)
{
    private static readonly PasswordHasher<Account> Hasher = new();
    private static readonly Account Nobody = new() { DisplayName = "" };
    private static readonly string NobodysHash = Hasher.HashPassword(Nobody, "an account that does not exist");

    public async Task<SignInOutcome> HandleAsync(string email, string password)
    {
        if (await accounts.FindByEmailAsync(email) is not { } account)
        {
            Hasher.VerifyHashedPassword(Nobody, NobodysHash, password);
            return SignInOutcome.Refused;
        }

        if (!actor.IsSet) actor.Set(new Actor(account.Id, account.DisplayName, account.AgencyId, new HashSet<string>()));
        var outcome = await sessions.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        if (!outcome.Succeeded)
        {
            audit.Record(new SignInRefused(account.Id, outcome.IsLockedOut));
            await db.SaveChangesAsync();
            return outcome.IsLockedOut ? SignInOutcome.LockedOut : SignInOutcome.Refused;
        }

        audit.Record(new SignedIn(account.Id));
        await db.SaveChangesAsync();
        await sessions.SignInAsync(account, isPersistent: false);
        return SignInOutcome.SignedIn;
    }
}
