using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.SelfAssessment;

public sealed record Respondent(Guid Id, string Name);

/// <summary>The people of an agency who may hold answers, by name.</summary>
public sealed class ListRespondents(TenantDbContext db)
{
    public async Task<IReadOnlyList<Respondent>> HandleAsync(Guid agencyId, CancellationToken ct = default)
    {
        var roles = from claim in db.RoleClaims
                    where claim.ClaimType == SpaceClaims.Permission && claim.ClaimValue == Permissions.AssessmentsAnswer
                    select claim.RoleId;
        return await db.Users
            .Where(u => u.AgencyId == agencyId && u.DeactivatedAt == null && db.UserRoles.Any(r => r.UserId == u.Id && roles.Contains(r.RoleId)))
            .OrderBy(u => u.DisplayName).ThenBy(u => u.Id)
            .Select(u => new Respondent(u.Id, u.DisplayName))
            .ToListAsync(ct);
    }
}
