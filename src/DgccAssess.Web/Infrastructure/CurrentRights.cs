using System.Security.Claims;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Security;

namespace DgccAssess.Web.Infrastructure;

/// <summary>The cookie says who somebody is; what they may do now, the database says: roles change, and rights are lent for days.</summary>
public static class CurrentRights
{
    /// <summary>Null: the principal says so already.</summary>
    public static ClaimsPrincipal? Apply(ClaimsPrincipal principal, AccountRights rights)
    {
        var identity = (ClaimsIdentity)principal.Identity!;
        if (rights.Permissions.SetEquals(Values(identity, SpaceClaims.Permission)) && rights.Roles.SetEquals(Values(identity, identity.RoleClaimType))
            && identity.FindFirst(SpaceClaims.Agency)?.Value == rights.AgencyId?.ToString() && identity.FindFirst(SpaceClaims.Name)?.Value == rights.Name) return null;

        var current = new ClaimsIdentity(
            identity.Claims.Where(c => c.Type != SpaceClaims.Permission && c.Type != identity.RoleClaimType && c.Type is not (SpaceClaims.Agency or SpaceClaims.Name)),
            identity.AuthenticationType, identity.NameClaimType, identity.RoleClaimType);
        current.AddClaims(rights.Permissions.Select(p => new Claim(SpaceClaims.Permission, p)));
        current.AddClaims(rights.Roles.Select(r => new Claim(identity.RoleClaimType, r)));
        if (rights.AgencyId is { } agency) current.AddClaim(new Claim(SpaceClaims.Agency, agency.ToString()));
        current.AddClaim(new Claim(SpaceClaims.Name, rights.Name));
        return new ClaimsPrincipal(current);
    }

    private static IEnumerable<string> Values(ClaimsIdentity identity, string type) => identity.FindAll(type).Select(c => c.Value);
}
