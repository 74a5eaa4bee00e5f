using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Accounts;

/// <summary>
/// A space never loses its last administrator: somebody who can sign in, manage accounts and manage roles. Two who take each other's rights
/// at the same moment meet at the version of the role.
/// </summary>
public sealed class LastAdministrator(SpaceDbContext db)
{
    private static readonly string[] Needed = [Permissions.AccountsAdminister, Permissions.RolesManage];

    /// <summary>Who is in which role, and which role holds which of the permissions needed.</summary>
    public sealed record Grants(IReadOnlyCollection<(Guid Account, Guid Role)> Members, IReadOnlyCollection<(Guid Role, string Permission)> Permissions)
    {
        public bool HasAdministrator
        {
            get
            {
                var byRole = Permissions.ToLookup(p => p.Role, p => p.Permission);
                return Members.GroupBy(m => m.Account).Any(roles => Needed.All(n => roles.Any(r => byRole[r.Role].Contains(n, StringComparer.Ordinal))));
            }
        }
    }

    /// <param name="change">What is about to happen to the grants.</param>
    /// <param name="ct">Ends the work.</param>
    /// <returns>False: it would leave nobody.</returns>
    public async Task<bool> RemainsAfterAsync(Func<Grants, Grants> change, CancellationToken ct)
    {
        // Read before the grants: whatever is committed after this look makes the save below stale.
        var guards = await db.Roles.Where(r => db.RoleClaims.Any(c => c.RoleId == r.Id && c.ClaimType == SpaceClaims.Permission && c.ClaimValue == Permissions.RolesManage)).ToListAsync(ct);
        var grants = await ReadAsync(ct);
        if (!grants.HasAdministrator) return true;
        if (!change(grants).HasAdministrator) return false;

        // Whoever changes who administrates changes this row's version too: of two at once, the second is refused as stale.
        foreach (var role in guards) db.Entry(role).State = EntityState.Modified;
        return true;
    }

    private async Task<Grants> ReadAsync(CancellationToken ct)
    {
        var permissions = await db.RoleClaims.Where(c => c.ClaimType == SpaceClaims.Permission && Needed.Contains(c.ClaimValue!)).Select(c => new { c.RoleId, c.ClaimValue }).ToListAsync(ct);
        var members = await (from member in db.UserRoles
                             join account in db.Users on member.UserId equals account.Id
                             where account.DeactivatedAt == null && !db.Invitations.Any(i => i.AccountId == account.Id && i.AcceptedAt == null)
                             select new { member.UserId, member.RoleId }).ToListAsync(ct);
        return new Grants([.. members.Select(m => (m.UserId, m.RoleId))], [.. permissions.Select(p => (p.RoleId, p.ClaimValue!))]);
    }
}
