using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Mail;
using DgccAssess.Core.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Accounts;

/// <param name="Email">Where the mail goes, and what they sign in with.</param>
/// <param name="DisplayName">As others see it.</param>
/// <param name="Roles">Names of roles, at least one.</param>
/// <param name="Agency">Code of the agency they work for.</param>
/// <param name="Language">Of the mail; null: the space's.</param>
/// <param name="Id">Made with the form, so that posting it twice invites once.</param>
public sealed record InviteAccountCommand(string? Email, string? DisplayName, IReadOnlyCollection<string> Roles, string? Agency, string? Language, Guid? Id) : ICreation;

public sealed record AccountInvited(Guid AccountId, [property: Personal] string Email, IReadOnlyList<string> Roles, string? Agency) : AuditFact($"accounts/{AccountId}");

/// <summary>Adds somebody to the space and sends them a link by which they choose a password.</summary>
public sealed class InviteAccount(SpaceDbContext db, UserManager<Account> accounts, AccountDetails details, Postbox postbox, AuditTrail audit, ActorContext actor, TimeProvider clock)
{
    public async Task<Result<Guid>> HandleAsync(InviteAccountCommand command, CancellationToken ct = default)
    {
        var id = command.Id ?? clock.NewId();
        if (await db.Users.AnyAsync(u => u.Id == id, ct)) return id;

        var email = command.Email?.Trim();
        var (found, problems) = await details.CheckAsync(command.DisplayName, command.Roles, command.Agency, command.Language, ct);
        if (AccountDetails.CheckEmail(nameof(command.Email), email) is { } invalid) problems = [invalid, .. problems];
        if (found is null || problems.Count > 0) return Result<Guid>.From(Result.Invalid(problems));

        var account = new Account
        {
            Id = id, UserName = email, Email = email, DisplayName = command.DisplayName!.Trim(), AgencyId = found.AgencyId,
            Language = string.IsNullOrEmpty(command.Language) ? null : command.Language, LockoutEnabled = true,
        };
        var invitation = Invitation.Create(clock.NewId(), id, actor.Current.Id, actor.Current.Name);
        invitation.Send(clock.UtcNow, () => InvitationMail.Queue(postbox, account, invitation, clock.UtcNow));
        db.Invitations.Add(invitation);
        db.UserRoles.AddRange(found.Roles.Select(r => new IdentityUserRole<Guid> { UserId = id, RoleId = r.Id }));
        audit.Record(new AccountInvited(id, email!, [.. found.Roles.Select(r => r.Name!)], command.Agency));
        // Checks the address and saves everything above with it.
        var created = await accounts.CreateAsync(account);
        if (created.Succeeded) return id;
        db.ChangeTracker.Clear();
        return Result<Guid>.From(Result.Invalid(nameof(command.Email), AccountMessages.EmailTaken));
    }
}

/// <summary>The mail of an invitation, and the link in it.</summary>
public sealed class InvitationMail(SpaceDbContext db, LinkTokens tokens, TimeProvider clock)
{
    public const string Purpose = "invitation";

    public static Guid Queue(Postbox postbox, Account account, Invitation invitation, DateTime now) =>
        postbox.Add(MailTemplate.Invitation, account, invitation.Id, [MailValue.Of(invitation.InvitedByName), MailValue.Of(now + Invitation.Lifetime)]);

    public async Task<string?> PathAsync(OutgoingMail mail, CancellationToken ct)
    {
        var invitation = await db.Invitations.FirstOrDefaultAsync(i => i.Id == mail.SubjectId, ct);
        if (invitation?.StateAt(clock.UtcNow) is not InvitationState.Open || invitation.MailId != mail.Id) return null;
        return $"/invitation?token={tokens.Create(Purpose, new LinkClaim(invitation.Id, invitation.Stamp), invitation.ExpiresAt)}";
    }
}
