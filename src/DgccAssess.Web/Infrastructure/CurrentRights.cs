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
        if (Says(identity, SpaceClaims.Permission, rights.Permissions) && Says(identity, identity.RoleClaimType, rights.Roles)
            && Says(identity, SpaceClaims.Agency, Agency(rights)) && Says(identity, SpaceClaims.Name, [rights.Name])) return null;

        var current = new ClaimsIdentity(
            identity.Claims.Where(c => c.Type != SpaceClaims.Permission && c.Type != identity.RoleClaimType && c.Type is not (SpaceClaims.Agency or SpaceClaims.Name)),
            identity.AuthenticationType, identity.NameClaimType, identity.RoleClaimType);
        current.AddClaims(rights.Permissions.Select(p => new Claim(SpaceClaims.Permission, p)));
        current.AddClaims(rights.Roles.Select(r => new Claim(identity.RoleClaimType, r)));
        current.AddClaims(Agency(rights).Select(a => new Claim(SpaceClaims.Agency, a)));
        current.AddClaim(new Claim(SpaceClaims.Name, rights.Name));
        return new ClaimsPrincipal(current);
    }

    private static string[] Agency(AccountRights rights) => rights.AgencyId is { } agency ? [agency.ToString()] : [];

    private static bool Says(ClaimsIdentity identity, string type, IReadOnlyCollection<string> values)
    {
        var claims = identity.FindAll(type).Select(c => c.Value).Distinct(StringComparer.Ordinal).ToList();
        return claims.Count == values.Count && claims.TrueForAll(values.Contains);
    }
}
