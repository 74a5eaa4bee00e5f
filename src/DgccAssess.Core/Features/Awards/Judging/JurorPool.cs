using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Judging;

/// <summary>Accounts of the space that may judge, whatever their role is called.</summary>
public sealed class JurorPool(TenantDbContext db)
{
    public Task<List<AssessorAccount>> HandleAsync(CancellationToken ct)
    {
        var judges = from member in db.UserRoles
                     join claim in db.RoleClaims on member.RoleId equals claim.RoleId
                     where claim.ClaimType == SpaceClaims.Permission && claim.ClaimValue == Permissions.AwardsJudge
                     select member.UserId;
        return db.Users.Where(u => judges.Contains(u.Id) && u.DeactivatedAt == null).OrderBy(u => u.DisplayName).Select(u => new AssessorAccount(u.Id, u.DisplayName, u.Email)).ToListAsync(ct);
    }
}
