using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Security;
using Microsoft.AspNetCore.Identity;

namespace DgccAssess.Web.Features.SignIn;

/// <summary>The account of whoever is signed in.</summary>
public sealed class CurrentAccount(UserManager<Account> accounts, ActorContext actor)
{
    public async Task<Account> GetAsync() => await accounts.FindByIdAsync(actor.Current.Id.ToString()) ?? throw new InvalidOperationException("The account of the session is gone.");
}
