using System.Security.Claims;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using OpenIddict.Abstractions;
using OpenIddict.Validation;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Validation.OpenIddictValidationEvents;
using Codes = OpenIddict.Abstractions.OpenIddictConstants.Errors;

namespace DgccAssess.Web.Features.Connect;

/// <summary>Adds to a good access token what the rest of the program asks a principal for: the actor's id and what the actor may do now.</summary>
public sealed class NameTokenActor(SpaceContext context, TokenPrincipals tokens, FindRights rights) : IOpenIddictValidationHandler<ProcessAuthenticationContext>
{
    public static OpenIddictValidationHandlerDescriptor Descriptor { get; } =
        OpenIddictValidationHandlerDescriptor.CreateBuilder<ProcessAuthenticationContext>()
            .UseScopedHandler<NameTokenActor>().SetOrder(int.MaxValue - 100_000).SetType(OpenIddictValidationHandlerType.Custom).Build();

    public async ValueTask HandleAsync(ProcessAuthenticationContext authentication)
    {
        if (authentication.AccessTokenPrincipal is not { Identity: ClaimsIdentity identity } principal) return;
        // Another space's keys don't open it; what is said twice can't be forgotten once.
        if (principal.GetClaim(SpaceClaims.Space) != context.Space.Id)
        {
            authentication.Reject(Codes.InvalidToken, "The token was issued in another space.");
            return;
        }

        identity.AddClaims(principal.GetScopes().Select(s => new Claim(SpaceClaims.Scope, s)));
        if (principal.GetClaim(SpaceClaims.Client) is { } client) NameProgram(identity, client);
        else if (await tokens.FindAsync(principal) is { } account && await rights.HandleAsync(account.Id, authentication.CancellationToken) is { } now) NamePerson(identity, account.Id, now);
        else authentication.Reject(Codes.InvalidToken, "The account was changed since; the person has to sign in again.");
    }

    private static void NamePerson(ClaimsIdentity identity, Guid account, AccountRights now)
    {
        identity.AddClaim(new(ClaimTypes.NameIdentifier, account.ToString()));
        identity.AddClaim(new(SpaceClaims.Name, now.Name));
        if (now.AgencyId is { } agency) identity.AddClaim(new(SpaceClaims.Agency, agency.ToString()));
        identity.AddClaims(now.Permissions.Select(p => new Claim(SpaceClaims.Permission, p)));
    }

    private static void NameProgram(ClaimsIdentity identity, string client)
    {
        identity.AddClaim(new(ClaimTypes.NameIdentifier, client));
        identity.AddClaim(new(SpaceClaims.Name, identity.GetClaim(Claims.Name) ?? client));
        identity.AddClaims(identity.GetScopes().Select(s => ApiScopes.PermissionOfProgram.GetValueOrDefault(s)).OfType<string>().Distinct().Select(p => new Claim(SpaceClaims.Permission, p)));
    }
}
