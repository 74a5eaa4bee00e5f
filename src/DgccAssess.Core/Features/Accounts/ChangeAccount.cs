using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SignIn.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Accounts;

/// <param name="Id">The account.</param>
/// <param name="DisplayName">As others see it.</param>
/// <param name="Roles">Names of all its roles from now on.</param>
/// <param name="Agency">Code of its agency; null: none.</param>
/// <param name="Language">Of mails; null: the space's.</param>
/// <param name="Version">Of the account's settings as they were shown.</param>
public sealed record ChangeAccountCommand(Guid Id, string? DisplayName, IReadOnlyCollection<string> Roles, string? Agency, string? Language, int? Version);

public sealed record AccountChanged(Guid AccountId, IReadOnlyList<string> OldRoles, IReadOnlyList<string> Roles, Guid? OldAgencyId, Guid? AgencyId) : AuditFact($"accounts/{AccountId}");

/// <param name="Id">The account.</param>
/// <param name="Version">Of the account's settings as they were shown.</param>
public sealed record ActivateAccountCommand(Guid Id, int? Version);

public sealed record AccountDeactivated(Guid AccountId) : AuditFact($"accounts/{AccountId}");

public sealed record AccountReactivated(Guid AccountId) : AuditFact($"accounts/{AccountId}");

/// <summary>What somebody may do and for whom they work; and whether they may sign in at all.</summary>
public sealed class ChangeAccount(
    SpaceDbContext db, AccountDetails details, LastAdministrator last, SignInSessions sessions, RightsCache rights, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> HandleAsync(ChangeAccountCommand command, CancellationToken ct = default)
    {
        var (account, refused) = await FindAsync(command.Id, command.Version, ct);
        if (account is null) return refused!;
        var (found, problems) = await details.CheckAsync(command.DisplayName, command.Roles, command.Agency, command.Language, ct);
        if (found is null) return Result.Invalid(problems);

        var members = await db.UserRoles.Where(r => r.UserId == account.Id).ToListAsync(ct);
        var old = await db.UserRoles.Where(r => r.UserId == account.Id).Join(db.Roles, m => m.RoleId, r => r.Id, (_, r) => r.Name!).OrderBy(n => n).ToListAsync(ct);
        var wanted = found.Roles.Select(r => r.Id).ToHashSet();
        var (name, language) = (command.DisplayName!.Trim(), string.IsNullOrEmpty(command.Language) ? null : command.Language);
        if (wanted.SetEquals(members.Select(m => m.RoleId)) && (account.DisplayName, account.AgencyId, account.Language) == (name, found.AgencyId, language)) return Result.Ok;
        if (!await last.RemainsAfterAsync(g => g with { Members = [.. g.Members.Where(m => m.Account != account.Id || wanted.Contains(m.Role)), .. Granted(g, account.Id, wanted)] }, ct))
        {
            return Result.Invalid("Roles", AccountMessages.LastAdministrator);
        }

        db.UserRoles.RemoveRange(members.Where(m => !wanted.Contains(m.RoleId)));
        db.UserRoles.AddRange(wanted.Except(members.Select(m => m.RoleId)).Select(r => new IdentityUserRole<Guid> { UserId = account.Id, RoleId = r }));
        audit.Record(new AccountChanged(account.Id, old, [.. found.Roles.Select(r => r.Name!).Order(StringComparer.Ordinal)], account.AgencyId, found.AgencyId));
        (account.DisplayName, account.AgencyId, account.Language) = (name, found.AgencyId, language);
        return await SaveAsync(account, ct);
    }

    /// <summary>Closed to its owner at once; what they did keeps their name.</summary>
    public async Task<Result> DeactivateAsync(ActivateAccountCommand command, CancellationToken ct)
    {
        var (account, refused) = await FindAsync(command.Id, command.Version, ct);
        if (account is null) return refused!;
        if (account.DeactivatedAt is not null) return Result.Ok;
        if (!await last.RemainsAfterAsync(g => g with { Members = [.. g.Members.Where(m => m.Account != account.Id)] }, ct)) return Result.Conflict(AccountMessages.LastAdministrator);

        account.DeactivatedAt = clock.UtcNow;
        audit.Record(new AccountDeactivated(account.Id));
        await sessions.EndAllAsync(account.Id, ct);
        return await SaveAsync(account, ct);
    }

    public async Task<Result> ReactivateAsync(ActivateAccountCommand command, CancellationToken ct)
    {
        var (account, refused) = await FindAsync(command.Id, command.Version, ct);
        if (account is null) return refused!;
        if (account.DeactivatedAt is null) return Result.Ok;

        account.DeactivatedAt = null;
        audit.Record(new AccountReactivated(account.Id));
        return await SaveAsync(account, ct);
    }

    private async Task<(Account? Account, Result? Refused)> FindAsync(Guid id, int? version, CancellationToken ct)
    {
        if (await db.Users.FirstOrDefaultAsync(u => u.Id == id, ct) is not { } account) return (null, Result.NotFound());
        if (version is null) return (null, Result.Invalid("Version", Messages.VersionMissing));
        return account.Version == version ? (account, null) : (null, Result.Stale());
    }

    private async Task<Result> SaveAsync(Account account, CancellationToken ct)
    {
        account.CountVersion();
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Result.Stale();
        }

        rights.Forget(db.Space.Id);
        return Result.Ok;
    }

    // An account that can't sign in counts for nothing, whatever it is given.
    private static IEnumerable<(Guid Account, Guid Role)> Granted(LastAdministrator.Grants grants, Guid accountId, HashSet<Guid> wanted) =>
        grants.Members.Any(m => m.Account == accountId) ? wanted.Select(r => (accountId, r)) : [];
}
