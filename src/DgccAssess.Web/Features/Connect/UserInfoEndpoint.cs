using DgccAssess.Core.Features.Accounts;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using Codes = OpenIddict.Abstractions.OpenIddictConstants.Errors;

namespace DgccAssess.Web.Features.Connect;

/// <summary>GET or POST connect/userinfo: who the token stands for, as the account is now and as far as the client was allowed to see.</summary>
public static class UserInfoEndpoint
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static async Task<IResult> HandleAsync(HttpContext http, TokenPrincipals principals, CancellationToken ct)
    {
        var token = (await http.AuthenticateAsync(Scheme)).Principal;
        var account = token is null ? null : await principals.FindAsync(token);
        return account is null ? Refuse() : TypedResults.Ok(await ShownAsync(account, [.. token!.GetScopes()], principals, ct));
    }

    private static async Task<Dictionary<string, object>> ShownAsync(Account account, IReadOnlyCollection<string> scopes, TokenPrincipals principals, CancellationToken ct)
    {
        var person = await principals.OfPersonAsync(account, scopes, proof: null, ct);
        var shown = person.Claims.Where(c => TokenPrincipals.IsShown(c.Type, scopes) && c.Type is not (Claims.Role or Claims.EmailVerified)).ToDictionary(c => c.Type, c => (object)c.Value);
        if (scopes.Contains(Scopes.Roles)) shown[Claims.Role] = person.GetClaims(Claims.Role);
        if (scopes.Contains(Scopes.Email)) shown[Claims.EmailVerified] = account.EmailConfirmed;
        return shown;
    }

    private static IResult Refuse() => TypedResults.Challenge(
        new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = Codes.InvalidToken }), [Scheme]);
}
