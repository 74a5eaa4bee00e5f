using System.Security.Claims;
using DgccAssess.Core.Features.Connect;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace DgccAssess.Web.Features.Connect;

/// <summary>What tokens say: who, in which space, for what.</summary>
public sealed class TokenPrincipals(SpaceContext context)
{
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

    private ClaimsIdentity Create(string subject, string name)
    {
        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, subject).SetClaim(Claims.Name, name).SetClaim(SpaceClaims.Space, context.Space.Id);
        return identity;
    }
}
