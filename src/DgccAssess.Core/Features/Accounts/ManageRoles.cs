using System.Text.RegularExpressions;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Accounts;

/// <param name="Name">Code of the role: small letters, digits, hyphens.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Permissions">What it holds.</param>
public sealed record CreateRoleCommand(string? Name, string? Title, IReadOnlyCollection<string> Permissions) : ICreation;

/// <param name="Name">Code of the role.</param>
/// <param name="Title">What people call it; kept empty for roles the product brings.</param>
/// <param name="Permissions">All it holds from now on.</param>
/// <param name="Version">Of the role as it was shown.</param>
public sealed record ChangeRoleCommand(string Name, string? Title, IReadOnlyCollection<string> Permissions, int? Version);

public sealed record DeleteRoleCommand(string Name, int? Version);

public sealed record RoleCreated(string Role, IReadOnlyList<string> Permissions) : AuditFact($"roles/{Role}");

public sealed record RoleChanged(string Role, IReadOnlyList<string> OldPermissions, IReadOnlyList<string> Permissions) : AuditFact($"roles/{Role}");

public sealed record RoleDeleted(string Role, IReadOnlyList<string> OldPermissions) : AuditFact($"roles/{Role}");

/// <summary>Roles are sets of permissions, kept as data of the space. Those the product brings can be changed, not deleted.</summary>
public sealed partial class ManageRoles(SpaceDbContext db, LastAdministrator last, RightsCache rights, AuditTrail audit, TimeProvider clock)
{
    public const int MaxName = 32;
    public const int MaxTitle = 100;
    public const string NameInvalid = "Accounts.RoleNameInvalid";
    public const string NameTaken = "Accounts.RoleNameTaken";
    public const string TitleInvalid = "Accounts.RoleTitleInvalid";
    public const string PermissionUnknown = "Accounts.PermissionUnknown";
    public const string BuiltIn = "Accounts.RoleBuiltIn";
    public const string InUse = "Accounts.RoleInUse";

    public async Task<Result> CreateAsync(CreateRoleCommand command, CancellationToken ct = default)
    {
        var name = command.Name?.Trim() ?? "";
        var capitals = name.ToUpperInvariant();
        List<Problem> problems = [];
        if (name.Length > MaxName || !Code.IsMatch(name) || name is "new") problems.Add(new(nameof(command.Name), NameInvalid, MaxName));
        problems.AddRange(Check(command.Title, command.Permissions));
        if (problems.Count > 0) return Result.Invalid(problems);
        if (await TakenAsync(name, command, ct) is { } taken) return taken;

        var role = new Role { Id = clock.NewId(), Name = name, NormalizedName = capitals, ConcurrencyStamp = $"{clock.NewId()}", Title = command.Title!.Trim() };
        db.Roles.Add(role);
        Grant(role, command.Permissions);
        audit.Record(new RoleCreated(name, Sorted(command.Permissions)));
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Created at the same instant by another press, or by somebody else.
            db.ChangeTracker.Clear();
            if (await TakenAsync(name, command, ct) is { } meanwhile) return meanwhile;
            throw;
        }
    }

    public async Task<Result> ChangeAsync(ChangeRoleCommand command, CancellationToken ct = default)
    {
        var (role, refused) = await FindAsync(command.Name, command.Version, ct);
        if (role is null) return refused!;
        var title = Roles.Defaults.ContainsKey(role.Name!) ? null : command.Title?.Trim();
        var problems = Check(title ?? role.Name, command.Permissions).ToList();
        if (problems.Count > 0) return Result.Invalid(problems);

        var held = await db.RoleClaims.Where(c => c.RoleId == role.Id && c.ClaimType == SpaceClaims.Permission).ToListAsync(ct);
        var old = Sorted(held.Select(c => c.ClaimValue!));
        if (role.Title == title && old.SequenceEqual(Sorted(command.Permissions), StringComparer.Ordinal)) return Result.Ok;
        if (!await last.RemainsAfterAsync(g => g with { Permissions = [.. g.Permissions.Where(p => p.Role != role.Id), .. command.Permissions.Select(p => (role.Id, p))] }, ct))
        {
            return Result.Invalid(nameof(command.Permissions), AccountMessages.LastAdministrator);
        }

        role.Title = title;
        db.Entry(role).State = EntityState.Modified;
        db.RoleClaims.RemoveRange(held.Where(c => !command.Permissions.Contains(c.ClaimValue!)));
        Grant(role, command.Permissions.Except(old, StringComparer.Ordinal));
        audit.Record(new RoleChanged(role.Name!, old, Sorted(command.Permissions)));
        return await SaveAsync(ct);
    }

    public async Task<Result> DeleteAsync(DeleteRoleCommand command, CancellationToken ct)
    {
        var (role, refused) = await FindAsync(command.Name, command.Version, ct);
        if (role is null) return refused!;
        if (Roles.Defaults.ContainsKey(role.Name!)) return Result.Conflict(BuiltIn);
        var holders = await db.UserRoles.CountAsync(r => r.RoleId == role.Id, ct);
        if (holders > 0) return Result.Conflict(InUse, holders);

        var held = await db.RoleClaims.Where(c => c.RoleId == role.Id).ToListAsync(ct);
        db.RoleClaims.RemoveRange(held);
        db.Roles.Remove(role);
        audit.Record(new RoleDeleted(role.Name!, Sorted(held.Select(c => c.ClaimValue!))));
        return await SaveAsync(ct);
    }

    /// <summary>Null: the name is free. The very same role again is a second press, and done already.</summary>
    private async Task<Result?> TakenAsync(string name, CreateRoleCommand command, CancellationToken ct)
    {
        var capitals = name.ToUpperInvariant();
        if (await db.Roles.AsNoTracking().FirstOrDefaultAsync(r => r.NormalizedName == capitals, ct) is not { } role) return null;
        var held = await db.RoleClaims.Where(c => c.RoleId == role.Id && c.ClaimType == SpaceClaims.Permission).Select(c => c.ClaimValue!).ToListAsync(ct);
        var isSame = role.Name == name && role.Title == command.Title!.Trim() && Sorted(held).SequenceEqual(Sorted(command.Permissions), StringComparer.Ordinal);
        return isSame ? Result.Ok : Result.Invalid(nameof(command.Name), NameTaken, name);
    }

    private async Task<(Role? Role, Result? Refused)> FindAsync(string name, int? version, CancellationToken ct)
    {
        if (await db.Roles.FirstOrDefaultAsync(r => r.Name == name, ct) is not { } role) return (null, Result.NotFound());
        if (version is null) return (null, Result.Invalid("Version", Messages.VersionMissing));
        return role.Version == version ? (role, null) : (null, Result.Stale());
    }

    private IEnumerable<Problem> Check(string? title, IReadOnlyCollection<string> permissions)
    {
        if (string.IsNullOrWhiteSpace(title) || title.Trim().Length > MaxTitle || title.Any(char.IsControl)) yield return new("Title", TitleInvalid, MaxTitle);
        if (permissions.FirstOrDefault(p => !Permissions.ExistsIn(db.Space.Kind, p)) is { } unknown) yield return new("Permissions", PermissionUnknown, unknown);
    }

    private void Grant(Role role, IEnumerable<string> permissions) =>
        db.RoleClaims.AddRange(permissions.Distinct(StringComparer.Ordinal).Select(p => new IdentityRoleClaim<Guid> { RoleId = role.Id, ClaimType = SpaceClaims.Permission, ClaimValue = p }));

    private async Task<Result> SaveAsync(CancellationToken ct)
    {
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

    private static List<string> Sorted(IEnumerable<string> permissions) => [.. permissions.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [GeneratedRegex("^[a-z0-9](-?[a-z0-9])*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Code { get; }
}
