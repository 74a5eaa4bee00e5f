using System.Globalization;
using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Accounts;

public enum AccountState
{
    Active,
    Invited,
    Deactivated,
}

/// <param name="Text">Part of a name or address.</param>
/// <param name="Role">Name of a role.</param>
/// <param name="State">Null: any.</param>
public sealed record AccountFilter(string? Text, string? Role, AccountState? State)
{
    public const int MaxText = 100;
}

public sealed record AccountRow(Guid Id, string Name, string Email, Guid? AgencyId, AccountState State, IReadOnlyList<string> Roles);

/// <summary>A page of the space's accounts, by name.</summary>
public sealed class ListAccounts(SpaceDbContext db)
{
    public const int PageSize = 50;

    public async Task<(IReadOnlyList<AccountRow> Rows, int Total)> HandleAsync(AccountFilter filter, int page, CancellationToken ct = default)
    {
        var accounts = Filtered(filter, await FindAsync(filter.Text, ct));
        var total = await accounts.CountAsync(ct);
        var rows = await accounts.OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(u => new { u.Id, u.DisplayName, u.Email, u.AgencyId, u.DeactivatedAt, Invited = db.Invitations.Any(i => i.AccountId == u.Id && i.AcceptedAt == null) })
            .ToListAsync(ct);
        var ids = rows.Select(r => r.Id).ToList();
        var roles = (await db.UserRoles.Where(m => ids.Contains(m.UserId)).Join(db.Roles, m => m.RoleId, r => r.Id, (m, r) => new { m.UserId, r.Name }).ToListAsync(ct))
            .ToLookup(r => r.UserId, r => r.Name!);
        return ([.. rows.Select(r => new AccountRow(
            r.Id, r.DisplayName, r.Email ?? "", r.AgencyId,
            r.DeactivatedAt is not null ? AccountState.Deactivated : r.Invited ? AccountState.Invited : AccountState.Active,
            [.. roles[r.Id].Order(StringComparer.Ordinal)]))], total);
    }

    // Compared here: databases differ in what they take for the same letter.
    private async Task<List<Guid>?> FindAsync(string? text, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(text)) return null;
        var all = await db.Users.AsNoTracking().Select(u => new { u.Id, u.DisplayName, u.Email }).ToListAsync(ct);
        return [.. all.Where(u => Holds(u.DisplayName, text) || Holds(u.Email ?? "", text)).Select(u => u.Id)];
    }

    private static bool Holds(string whole, string part) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(whole, part, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;

    private IQueryable<Account> Filtered(AccountFilter filter, List<Guid>? found)
    {
        var accounts = db.Users.AsQueryable();
        if (found is not null) accounts = accounts.Where(u => found.Contains(u.Id));
        if (filter.Role is { Length: > 0 } role) accounts = accounts.Where(u => db.UserRoles.Any(m => m.UserId == u.Id && db.Roles.Any(r => r.Id == m.RoleId && r.Name == role)));
        return filter.State switch
        {
            AccountState.Deactivated => accounts.Where(u => u.DeactivatedAt != null),
            AccountState.Invited => accounts.Where(u => u.DeactivatedAt == null && db.Invitations.Any(i => i.AccountId == u.Id && i.AcceptedAt == null)),
            AccountState.Active => accounts.Where(u => u.DeactivatedAt == null && !db.Invitations.Any(i => i.AccountId == u.Id && i.AcceptedAt == null)),
            _ => accounts,
        };
    }
}
