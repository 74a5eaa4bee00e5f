using System.Security.Claims;
using DgccAssess.Core.Features.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace DgccAssess.Web.Features.SignIn;

/// <summary>Whose password was right, or whom the identity provider knows, and whose second step is still to come; a cookie of its own that opens nothing.</summary>
public sealed class PendingSignIn(IHttpContextAccessor accessor, UserManager<Account> accounts)
{
    public const string Scheme = "dgcc.second-step";

    private const string Stamp = "dgcc:stamp";
    private const string Provided = "dgcc:provided";

    private HttpContext Http => accessor.HttpContext!;

    /// <param name="account">Whose first step is done.</param>
    /// <param name="fromProvider">It was done at the identity provider.</param>
    public Task StartAsync(Account account, bool fromProvider = false)
    {
        IEnumerable<Claim> claims = [new(ClaimTypes.NameIdentifier, account.Id.ToString()), new(Stamp, account.SecurityStamp ?? "")];
        return Http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(fromProvider ? [.. claims, new(Provided, "")] : claims, Scheme)));
    }

    public async Task<bool> IsFromProviderAsync() => (await Http.AuthenticateAsync(Scheme)).Principal?.HasClaim(c => c.Type == Provided) == true;

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
