using System.Security.Claims;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using OpenIddict.Abstractions;
using OpenIddict.Validation;
using static OpenIddict.Abstractions.OpenIddictConstants;
using Codes = OpenIddict.Abstractions.OpenIddictConstants.Errors;
using static OpenIddict.Validation.OpenIddictValidationEvents;

namespace DgccAssess.Web.Features.Connect;

/// <summary>Adds to a good access token what the rest of the program asks a principal for: the actor's id and what the actor may do now.</summary>
public sealed class NameTokenActor(SpaceContext context) : IOpenIddictValidationHandler<ProcessAuthenticationContext>
{
    public static OpenIddictValidationHandlerDescriptor Descriptor { get; } =
        OpenIddictValidationHandlerDescriptor.CreateBuilder<ProcessAuthenticationContext>()
            .UseScopedHandler<NameTokenActor>().SetOrder(int.MaxValue - 100_000).SetType(OpenIddictValidationHandlerType.Custom).Build();

    public ValueTask HandleAsync(ProcessAuthenticationContext authentication)
    {
        if (authentication.AccessTokenPrincipal is not { Identity: ClaimsIdentity identity } principal) return default;
        // Another space's keys don't open it; what is said twice can't be forgotten once.
        if (principal.GetClaim(SpaceClaims.Space) != context.Space.Id)
        {
            authentication.Reject(Codes.InvalidToken, "The token was issued in another space.");
            return default;
        }

        var scopes = principal.GetScopes();
        identity.AddClaims(scopes.Select(s => new Claim(SpaceClaims.Scope, s)));
        if (principal.GetClaim(SpaceClaims.Client) is { } client)
        {
            identity.AddClaim(new(ClaimTypes.NameIdentifier, client));
            identity.AddClaim(new(SpaceClaims.Name, principal.GetClaim(Claims.Name) ?? client));
            identity.AddClaims(scopes.Select(s => ApiScopes.PermissionOfProgram.GetValueOrDefault(s)).OfType<string>().Distinct().Select(p => new Claim(SpaceClaims.Permission, p)));
        }

        return default;
    }
}
