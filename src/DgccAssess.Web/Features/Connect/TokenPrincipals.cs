using System.Security.Claims;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.Connect;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace DgccAssess.Web.Features.Connect;

/// <summary>When a person last proved who they are, and whether by two factors.</summary>
public sealed record TokenProof(DateTime At, bool SecondFactor)
{
    /// <summary>Of RFC 8176: more than one factor.</summary>
    public const string TwoFactors = "mfa";
}

/// <summary>What tokens say: who, in which space, for what.</summary>
public sealed class TokenPrincipals(SpaceContext context, UserManager<Account> accounts, IServiceProvider services)
{
    /// <summary>Code of the person's agency, for programs that were let see the profile.</summary>
    public const string Agency = "agency";

    /// <summary>A program for itself: the scopes asked for, all of its own where it asks for none.</summary>
    public ClaimsPrincipal OfClient(ApiClient client, OpenIddictRequest request)
    {
        var identity = Create(client.ClientId!, client.DisplayName!);
        identity.SetClaim(SpaceClaims.Client, client.Id.ToString());
        var asked = request.GetScopes();
        identity.SetScopes(asked.IsEmpty ? client.Scopes : asked);
        identity.SetDestinations(static _ => [Destinations.AccessToken]);
        return new ClaimsPrincipal(identity);
    }

    /// <summary>A person, as the account is now.</summary>
    /// <param name="account">Of this space.</param>
    /// <param name="scopes">What the client was allowed.</param>
    /// <param name="proof">Null where a program asks by a token.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<ClaimsPrincipal> OfPersonAsync(Account account, IReadOnlyCollection<string> scopes, TokenProof? proof, CancellationToken ct)
    {
        var identity = Create(account.Id.ToString(), account.DisplayName);
        identity.SetClaim(SpaceClaims.Stamp, account.SecurityStamp)
            .SetClaim(Claims.Email, account.Email)
            .SetClaim(Claims.EmailVerified, account.EmailConfirmed)
            .SetClaims(Claims.Role, [.. await accounts.GetRolesAsync(account)])
            .SetClaim(Agency, await AgencyAsync(account, ct));
        if (proof is not null) identity.SetClaim(Claims.AuthenticationTime, EpochTime.GetIntDate(proof.At));
        if (proof is { SecondFactor: true }) identity.SetClaims(Claims.AuthenticationMethodReference, [TokenProof.TwoFactors]);
        identity.SetScopes(scopes);
        identity.SetDestinations(claim => DestinationsOf(claim, scopes));
        return new ClaimsPrincipal(identity);
    }

    /// <summary>The account a token was issued for; null when it is gone or was changed since so that the token must not count any more.</summary>
    public async Task<Account?> FindAsync(ClaimsPrincipal token)
    {
        var account = token.GetClaim(Claims.Subject) is { } id ? await accounts.FindByIdAsync(id) : null;
        return account is { DeactivatedAt: null } && account.SecurityStamp == token.GetClaim(SpaceClaims.Stamp) ? account : null;
    }

    /// <summary>What a client reads of a person, by the scopes it was allowed.</summary>
    public static bool IsShown(string claim, IReadOnlyCollection<string> scopes) => claim switch
    {
        Claims.Subject or Claims.AuthenticationTime or Claims.AuthenticationMethodReference => true,
        Claims.Name or Agency => scopes.Contains(Scopes.Profile),
        Claims.Email or Claims.EmailVerified => scopes.Contains(Scopes.Email),
        Claims.Role => scopes.Contains(Scopes.Roles),
        _ => false,
    };

    private static IEnumerable<string> DestinationsOf(Claim claim, IReadOnlyCollection<string> scopes) => claim.Type switch
    {
        // The access token is encrypted: only this space reads it.
        SpaceClaims.Space or SpaceClaims.Stamp => [Destinations.AccessToken],
        _ when IsShown(claim.Type, scopes) => [Destinations.AccessToken, Destinations.IdentityToken],
        Claims.Name => [Destinations.AccessToken],
        _ => [],
    };

    private async Task<string?> AgencyAsync(Account account, CancellationToken ct) =>
        account.AgencyId is { } id && !context.Space.IsHub
            ? await services.GetRequiredService<TenantDbContext>().Agencies.Where(a => a.Id == id).Select(a => a.Code).FirstOrDefaultAsync(ct)
            : null;

    private ClaimsIdentity Create(string subject, string name)
    {
        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, subject).SetClaim(Claims.Name, name).SetClaim(SpaceClaims.Space, context.Space.Id);
        return identity;
    }
}
