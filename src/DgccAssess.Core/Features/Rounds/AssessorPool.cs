using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Rounds;

public sealed record AssessorAccount(Guid Id, string Name, string? Email);

/// <summary>Accounts of the space that may review, whatever their role is called.</summary>
public sealed class AssessorPool(TenantDbContext db)
{
    /// <summary>Those who do not work for the agency assessed.</summary>
    public Task<List<AssessorAccount>> ForAsync(Guid agencyId, CancellationToken ct) => Reviewers().Where(u => u.AgencyId != agencyId && u.DeactivatedAt == null)
        .OrderBy(u => u.DisplayName)
        .Select(u => new AssessorAccount(u.Id, u.DisplayName, u.Email))
        .ToListAsync(ct);

    /// <summary>Everybody who may or might have reviewed, with the agency they work for: for rounds of the past.</summary>
    public Task<Dictionary<Guid, Guid?>> AgenciesAsync(CancellationToken ct) => Reviewers().ToDictionaryAsync(u => u.Id, u => u.AgencyId, ct);

    private IQueryable<Account> Reviewers()
    {
        var reviewers = from member in db.UserRoles
                        join claim in db.RoleClaims on member.RoleId equals claim.RoleId
                        where claim.ClaimType == SpaceClaims.Permission && claim.ClaimValue == Permissions.AssessmentsReview
                        select member.UserId;
        return db.Users.Where(u => reviewers.Contains(u.Id));
    }
}
