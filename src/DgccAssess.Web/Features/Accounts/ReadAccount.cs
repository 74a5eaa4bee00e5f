using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Accounts;

/// <summary>An account as its pages show it.</summary>
public sealed record AccountView(
    Guid Id, string Name, string Email, string? Language, bool Active, DateTime? DeactivatedAt, int Version, IReadOnlyList<RoleChoice> Roles, AgencyChoice? Agency, Invitation? Invitation, InvitationState? InvitationState)
{
    public AccountState State => DeactivatedAt is not null ? AccountState.Deactivated : Invitation is { AcceptedAt: null } ? AccountState.Invited : AccountState.Active;

    public AccountInput Input => new() { DisplayName = Name, Roles = [.. Roles.Select(r => r.Name)], Agency = Agency?.Code, Language = Language, Version = Version };
}

public sealed class ReadAccount(SpaceDbContext db, RoleNames names, TimeProvider clock)
{
    public async Task<AccountView?> HandleAsync(Guid id, CancellationToken ct)
    {
        if (await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, ct) is not { } account) return null;

        var roles = await db.UserRoles.Where(m => m.UserId == id).Join(db.Roles, m => m.RoleId, r => r.Id, (_, r) => new { r.Name, r.Title }).ToListAsync(ct);
        var agency = account.AgencyId is { } agencyId && db is TenantDbContext tenant
            ? await tenant.Agencies.Where(a => a.Id == agencyId).Select(a => new { a.Code, a.Names }).FirstOrDefaultAsync(ct)
            : null;
        var invitation = await db.Invitations.AsNoTracking().FirstOrDefaultAsync(i => i.AccountId == id, ct);
        return new AccountView(
            id, account.DisplayName, account.Email ?? "", account.Language, account.DeactivatedAt is null, account.DeactivatedAt, account.Version,
            [.. roles.Select(r => new RoleChoice(r.Name!, names.Of(r.Name!, r.Title))).OrderBy(r => r.Text, StringComparer.CurrentCulture)],
            agency is null ? null : new AgencyChoice(agency.Code, agency.Names.InCurrentLanguage()),
            invitation,
            invitation?.StateAt(clock.UtcNow));
    }
}
