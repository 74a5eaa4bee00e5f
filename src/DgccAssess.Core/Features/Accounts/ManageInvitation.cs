using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Mail;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Accounts;

/// <param name="AccountId">Who was invited.</param>
/// <param name="Version">Of the invitation.</param>
public sealed record ManageInvitationCommand(Guid AccountId, int? Version);

public sealed record InvitationSent(Guid AccountId, int Issue) : AuditFact($"accounts/{AccountId}");

public sealed record InvitationRevoked(Guid AccountId) : AuditFact($"accounts/{AccountId}");

/// <summary>Sends an invitation again, which voids earlier links, or takes it back.</summary>
public sealed class ManageInvitation(SpaceDbContext db, Postbox postbox, AuditTrail audit, TimeProvider clock)
{
    public Task<Result> ResendAsync(ManageInvitationCommand command, CancellationToken ct) => ChangeAsync(command, (invitation, account) =>
    {
        var sent = invitation.Send(clock.UtcNow, () => InvitationMail.Queue(postbox, account, invitation, clock.UtcNow));
        if (sent.Succeeded) audit.Record(new InvitationSent(account.Id, invitation.Issue));
        return sent;
    }, ct);

    public Task<Result> RevokeAsync(ManageInvitationCommand command, CancellationToken ct) => ChangeAsync(command, (invitation, account) =>
    {
        if (invitation.RevokedAt is not null) return Result.Ok;
        var revoked = invitation.Revoke(clock.UtcNow);
        if (revoked.Succeeded) audit.Record(new InvitationRevoked(account.Id));
        return revoked;
    }, ct);

    private async Task<Result> ChangeAsync(ManageInvitationCommand command, Func<Invitation, Account, Result> change, CancellationToken ct)
    {
        var account = await db.Users.FirstOrDefaultAsync(u => u.Id == command.AccountId, ct);
        var invitation = await db.Invitations.FirstOrDefaultAsync(i => i.AccountId == command.AccountId, ct);
        if (account is null) return Result.NotFound();
        if (invitation is null) return Result.Conflict(AccountMessages.NotInvited);
        if (command.Version is null) return Result.Invalid("Version", Messages.VersionMissing);
        if (invitation.Version != command.Version) return Result.Stale();

        var changed = change(invitation, account);
        if (changed.Succeeded) await db.SaveChangesAsync(ct);
        return changed;
    }
}
