using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.SignIn;
using DgccAssess.Core.Security;
using Microsoft.AspNetCore.Identity;

namespace DgccAssess.Web.Features.SignIn;

public enum SignInOutcome
{
    SignedIn,
    SecondStep,
    Refused,
}

/// <summary>Checks a password, then opens the session or leads to the second step. Says no more about an unknown address than about a wrong password.</summary>
public sealed class PasswordSignIn(
    UserManager<Account> accounts, SignInManager<Account> manager, CheckPassword check, PendingSignIn pending, OpenSession open, ActorContext actor)
{
    public async Task<SignInOutcome> HandleAsync(string email, string password)
    {
        var account = await accounts.FindByEmailAsync(email);
        if (account is not null && !actor.IsSet) actor.Set(new Actor(account.Id, account.DisplayName, account.AgencyId, new HashSet<string>()));
        if (!await check.HandleAsync(account, password) || !await manager.CanSignInAsync(account!)) return SignInOutcome.Refused;

        if (account!.TwoFactorEnabled)
        {
            await pending.StartAsync(account);
            return SignInOutcome.SecondStep;
        }

        await open.HandleAsync(account, SignInMethod.Password);
        return SignInOutcome.SignedIn;
    }
}
