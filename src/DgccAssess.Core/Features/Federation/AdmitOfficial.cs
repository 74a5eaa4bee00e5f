using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Federation;

public sealed record OfficialAdmitted(Guid AccountId, [property: Personal] string Email, IReadOnlyList<string> Roles, string? Agency) : AuditFact($"accounts/{AccountId}");

public sealed record OfficialLinked(Guid AccountId, string Issuer) : AuditFact($"accounts/{AccountId}");

/// <param name="AccountId">Null: of nobody known here.</param>
/// <param name="Email">As the provider said it.</param>
/// <param name="Reason">Message key without its feature.</param>
public sealed record OfficialRefused(Guid? AccountId, [property: Personal] string? Email, string Reason) : AuditFact(AccountId is null ? "sign-in/provider" : $"accounts/{AccountId}");

/// <summary>
/// The account of an official who comes from the identity provider: found by the provider's own name for them, else by an address the provider vouches for,
/// else made. Roles and agency are what the provider says at each visit, where the space leaves them to it.
/// </summary>
public sealed class AdmitOfficial(
    SpaceDbContext db, UserManager<Account> accounts, AccountDetails details, ChangeAccount change, SpaceContext context, AuditTrail audit, TimeProvider clock)
{
    private IdentityProviderSettings Settings => context.Space.Settings.IdentityProvider ?? throw new InvalidOperationException("The space has no identity provider.");

    /// <returns>Key of the account that may sign in.</returns>
    public async Task<Result<Guid>> HandleAsync(Official official, CancellationToken ct = default)
    {
        var known = official.Subject.Length == 0 ? null : await FindAsync(official);
        if (FederationRules.Refusal(Settings, official) is { } refusal) return await RefuseAsync(official, known, refusal, ct);
        var roles = FederationRules.RolesOf(Settings, official);
        if (roles is { Count: 0 }) return await RefuseAsync(official, known, new("", FederationMessages.NoRole), ct);

        var address = FederationRules.AddressOf(Settings, official);
        var account = known ?? (address is null ? null : await accounts.FindByEmailAsync(address));
        if (account is null) return await CreateAsync(official, address, roles ?? (Settings.DefaultRole is { } role ? [role] : []), ct);
        if (account.DeactivatedAt is not null) return await RefuseAsync(official, account, new("", FederationMessages.Closed), ct);
        if (await accounts.IsLockedOutAsync(account)) return await RefuseAsync(official, account, new("", FederationMessages.Locked), ct);
        if (known is null && await LinkAsync(official, account, ct) is { } taken) return await RefuseAsync(official, account, taken, ct);
        return await UpdateAsync(official, account, roles, ct);
    }

    public Task<Account?> FindAsync(Official official) => accounts.FindByLoginAsync(Settings.Issuer, FederationRules.KeyOf(official.Subject));

    /// <summary>Into the save under way. Only an address the provider vouches for leads here, and only for whoever is let in.</summary>
    private async Task<Problem?> LinkAsync(Official official, Account account, CancellationToken ct)
    {
        var linked = await db.UserLogins.Where(l => l.UserId == account.Id && l.LoginProvider == Settings.Issuer).Select(l => l.ProviderKey).FirstOrDefaultAsync(ct);
        // Their own: made by another sign-in of theirs since we looked.
        if (linked is not null) return new("", linked == FederationRules.KeyOf(official.Subject) ? FederationMessages.Again : FederationMessages.AddressTaken);
        var invitation = await db.Invitations.FirstOrDefaultAsync(i => i.AccountId == account.Id && i.AcceptedAt == null, ct);
        // Taken back, or run out: whoever invited the person decides again.
        if (invitation is not null && !invitation.Accept(clock.UtcNow).Succeeded) return new("", FederationMessages.Closed);
        if (invitation is not null) audit.Record(new InvitationAccepted(account.Id));
        account.EmailConfirmed = true;
        Link(official, account.Id);
        return null;
    }

    private void Link(Official official, Guid account)
    {
        db.UserLogins.Add(new IdentityUserLogin<Guid> { LoginProvider = Settings.Issuer, ProviderKey = FederationRules.KeyOf(official.Subject), UserId = account });
        audit.Record(new OfficialLinked(account, Settings.Issuer));
    }

    private async Task<Result<Guid>> UpdateAsync(Official official, Account account, IReadOnlyList<string>? roles, CancellationToken ct)
    {
        var held = await (from member in db.UserRoles join role in db.Roles on member.RoleId equals role.Id where member.UserId == account.Id select role.Name!).ToListAsync(ct);
        var agency = Settings.AgencyClaim is null ? await CodeOfAsync(account.AgencyId, ct) : FederationRules.AgencyOf(Settings, official);
        var command = new ChangeAccountCommand(account.Id, NameOf(official) ?? account.DisplayName, [.. roles ?? held], agency, Settled(account.Language), account.Version);
        var changed = await change.HandleAsync(command, ct);
        if (!changed.Succeeded) return await RefuseAsync(official, account, ProblemOf(changed, agency), ct);
        try
        {
            // Where nothing but the link is new.
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            return await RefuseAsync(official, account, new("", FederationMessages.Again), ct);
        }

        return account.Id;
    }

    private async Task<Result<Guid>> CreateAsync(Official official, string? address, IReadOnlyList<string> roles, CancellationToken ct)
    {
        if (roles.Count == 0) return await RefuseAsync(official, null, new("", FederationMessages.NoRole), ct);
        if (AccountDetails.CheckEmail("", address) is not null) return await RefuseAsync(official, null, new("", FederationMessages.EmailMissing), ct);
        var agency = Settings.AgencyClaim is null ? null : FederationRules.AgencyOf(Settings, official);
        var name = NameOf(official) ?? address!;
        var (found, problems) = await details.CheckAsync(name, roles, agency, language: null, ct);
        if (found is null) return await RefuseAsync(official, null, ProblemOf(Result.Invalid(problems), agency), ct);

        var account = new Account
        {
            Id = clock.NewId(), UserName = address, Email = address, EmailConfirmed = true, DisplayName = name, AgencyId = found.AgencyId, LockoutEnabled = true,
        };
        db.UserRoles.AddRange(found.Roles.Select(r => new IdentityUserRole<Guid> { UserId = account.Id, RoleId = r.Id }));
        audit.Record(new OfficialAdmitted(account.Id, address!, roles, agency));
        Link(official, account.Id);
        try
        {
            // Saves everything above with it. The address was free a moment ago.
            var created = await accounts.CreateAsync(account);
            return created.Succeeded ? account.Id : await RefuseAsync(official, null, new("", FederationMessages.Again), ct);
        }
        catch (DbUpdateException)
        {
            return await RefuseAsync(official, null, new("", FederationMessages.Again), ct);
        }
    }

    private async Task<Result<Guid>> RefuseAsync(Official official, Account? account, Problem problem, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        audit.Record(new OfficialRefused(account?.Id, official.Email is { Length: <= AccountDetails.MaxEmail } email ? email : null, problem.Message[(problem.Message.LastIndexOf('.') + 1)..]));
        await db.SaveChangesAsync(ct);
        return Result<Guid>.From(Result.Invalid([problem]));
    }

    /// <summary>The language as long as the space still has it.</summary>
    private string? Settled(string? language) => language is not null && context.Space.Settings.Languages.Contains(language) ? language : null;

    private async Task<string?> CodeOfAsync(Guid? agency, CancellationToken ct) =>
        agency is { } id && db is TenantDbContext tenant ? await tenant.Agencies.Where(a => a.Id == id).Select(a => a.Code).FirstOrDefaultAsync(ct) : null;

    private static string? NameOf(Official official) =>
        official.Name?.Trim() is { Length: > 0 } name ? name[..Math.Min(name.Length, AccountDetails.MaxName)] : null;

    private static Problem ProblemOf(Result result, string? agency) => result.Problems[0].Message switch
    {
        AccountMessages.AgencyUnknown => new("", FederationMessages.AgencyUnknown, agency ?? ""),
        AccountMessages.RolesMissing => new("", FederationMessages.NoRole),
        AccountMessages.AgencyNeeded => new("", FederationMessages.AgencyMissing),
        AccountMessages.LastAdministrator => new("", FederationMessages.LastAdministrator),
        Messages.Stale => new("", FederationMessages.Again),
        _ => result.Problems[0],
    };
}
