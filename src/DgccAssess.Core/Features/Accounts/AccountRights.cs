using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace DgccAssess.Core.Features.Accounts;

/// <summary>What an account may do now: by its own roles, and by those of whoever handed it their rights for these days.</summary>
public sealed record AccountRights(string Name, Guid? AgencyId, IReadOnlySet<string> Roles, IReadOnlySet<string> Permissions);

/// <summary>Remembered for seconds, so that a change of roles, a hand-over or a deactivation counts at once here and within seconds on other servers.</summary>
public sealed class RightsCache : IDisposable
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);

    private readonly MemoryCache cache = new(new MemoryCacheOptions());

    public bool TryFind(string spaceId, Guid accountId, out AccountRights? rights) => cache.TryGetValue((spaceId, Generation(spaceId), accountId), out rights);

    public void Put(string spaceId, Guid accountId, AccountRights? rights) => cache.Set((spaceId, Generation(spaceId), accountId), rights, Remembered);

    /// <summary>Everybody's in the space: one role or hand-over may concern many.</summary>
    public void Forget(string spaceId) => cache.Set(spaceId, Generation(spaceId) + 1);

    public void Dispose() => cache.Dispose();

    private long Generation(string spaceId) => cache.Get<long?>(spaceId) ?? 0;
}

/// <summary>Asked on every request; null: the account is deactivated or gone.</summary>
public sealed class FindRights(SpaceDbContext db, SpaceContext context, RightsCache cache, TimeProvider clock)
{
    public async ValueTask<AccountRights?> HandleAsync(Guid accountId, CancellationToken ct = default)
    {
        if (cache.TryFind(context.Space.Id, accountId, out var known)) return known;
        var rights = await ReadAsync(accountId, ct);
        cache.Put(context.Space.Id, accountId, rights);
        return rights;
    }

    private async Task<AccountRights?> ReadAsync(Guid accountId, CancellationToken ct)
    {
        var account = await db.Users.Where(u => u.Id == accountId && u.DeactivatedAt == null).Select(u => new { u.DisplayName, u.AgencyId }).FirstOrDefaultAsync(ct);
        if (account is null) return null;

        var today = Delegation.Today(clock.UtcNow, context.Space);
        var lenders = account.AgencyId is null ? [] : await (
            from delegation in db.Delegations
            join lender in db.Users on delegation.FromId equals lender.Id
            where delegation.ToId == accountId && delegation.RevokedAt == null && delegation.StartsOn <= today && delegation.EndsOn >= today
                && lender.DeactivatedAt == null && lender.AgencyId == account.AgencyId
            select lender.Id).ToListAsync(ct);
        var held = await (
            from member in db.UserRoles
            join role in db.Roles on member.RoleId equals role.Id
            join claim in db.RoleClaims.Where(c => c.ClaimType == SpaceClaims.Permission) on role.Id equals claim.RoleId into claims
            from claim in claims.DefaultIfEmpty()
            where member.UserId == accountId || lenders.Contains(member.UserId)
            select new { member.UserId, Role = role.Name!, Permission = claim == null ? null : claim.ClaimValue }).ToListAsync(ct);
        return new AccountRights(
            account.DisplayName,
            account.AgencyId,
            held.Where(h => h.UserId == accountId).Select(h => h.Role).ToHashSet(StringComparer.Ordinal),
            held.Where(h => h.Permission is not null && (h.UserId == accountId || Delegation.CanBeHandedOver(h.Permission))).Select(h => h.Permission!).ToHashSet(StringComparer.Ordinal));
    }
}
