using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Accounts;

/// <summary>
/// Gives a space the roles the product brings, and to those it has the permissions that a later version added. What an administrator
/// changed stays changed. Safe to repeat.
/// </summary>
public sealed class SeedRoles(SpaceDbContext db, TimeProvider clock)
{
    public async Task HandleAsync(CancellationToken ct = default)
    {
        var stored = await db.Roles.ToDictionaryAsync(r => r.Name!, StringComparer.Ordinal, ct);
        var held = (await db.RoleClaims.Where(c => c.ClaimType == SpaceClaims.Permission).Select(c => new { c.RoleId, c.ClaimValue }).ToListAsync(ct)).ToLookup(c => c.RoleId, c => c.ClaimValue!);
        foreach (var (name, permissions) in Roles.Defaults.Where(r => Roles.ExistsIn(db.Space.Kind, r.Key)))
        {
            if (!stored.TryGetValue(name, out var role))
            {
                db.Roles.Add(role = new Role { Id = clock.NewId(), Name = name, NormalizedName = name.ToUpperInvariant(), ConcurrencyStamp = $"{clock.NewId()}" });
            }

            var news = permissions.Except(role.Offered, StringComparer.Ordinal).ToList();
            if (news.Count == 0) continue;
            role.Offered = [.. role.Offered, .. news];
            db.RoleClaims.AddRange(news.Except(held[role.Id], StringComparer.Ordinal).Select(p => new IdentityRoleClaim<Guid> { RoleId = role.Id, ClaimType = SpaceClaims.Permission, ClaimValue = p }));
        }

        await db.SaveChangesAsync(ct);
    }
}
