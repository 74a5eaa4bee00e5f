using System.Security.Claims;
using DgccAssess.Core.Features.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace DgccAssess.Web.Features.SignIn;

/// <summary>Whose password was right and whose second step is still to come; a cookie of its own that opens nothing.</summary>
public sealed class PendingSignIn(IHttpContextAccessor accessor, UserManager<Account> accounts)
{
    public const string Scheme = "dgcc.second-step";

    private const string Stamp = "dgcc:stamp";

    private HttpContext Http => accessor.HttpContext!;

    public Task StartAsync(Account account) => Http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, account.Id.ToString()), new(Stamp, account.SecurityStamp ?? "")], Scheme)));

    public async Task<string?> AccountIdAsync() => (await Http.AuthenticateAsync(Scheme)).Principal?.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>Null when too much time has passed, or the password was changed since.</summary>
    public async Task<Account?> FindAsync()
    {
        var principal = (await Http.AuthenticateAsync(Scheme)).Principal;
        var account = principal is null ? null : await accounts.FindByIdAsync(principal.FindFirstValue(ClaimTypes.NameIdentifier)!);
        return account?.SecurityStamp == principal?.FindFirstValue(Stamp) ? account : null;
    }

    public Task EndAsync() => Http.SignOutAsync(Scheme);
}
