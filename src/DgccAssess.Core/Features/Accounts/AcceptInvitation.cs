using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Accounts;

/// <param name="Token">Of the link: names the invitation and its issue, so it stands for the version.</param>
/// <param name="Password">Chosen by the person.</param>
public sealed record AcceptInvitationCommand(string? Token, string? Password) : ICreation;

public sealed record InvitationAccepted(Guid AccountId) : AuditFact($"accounts/{AccountId}");

/// <summary>Turns an invitation into an account that can sign in, once.</summary>
public sealed class AcceptInvitation(SpaceDbContext db, LinkTokens tokens, SetPassword setPassword, AuditTrail audit, ActorContext actor, TimeProvider clock)
{
    /// <summary>Null: the link is none, was used, replaced, taken back, or its time is over.</summary>
    public async Task<Account?> FindAsync(string? token, CancellationToken ct) => (await ReadAsync(token, ct))?.Account;

    public async Task<Result> HandleAsync(AcceptInvitationCommand command, CancellationToken ct)
    {
        if (await ReadAsync(command.Token, ct) is not { } read) return Result.Conflict(AccountMessages.LinkOver);
        var (invitation, account) = read;
        if (!actor.IsSet) actor.Set(new Actor(account.Id, account.DisplayName, account.AgencyId, new HashSet<string>()));

        var accepted = invitation.Accept(clock.UtcNow);
        if (!accepted.Succeeded) return accepted;
        account.EmailConfirmed = true;
        audit.Record(new InvitationAccepted(account.Id));
        var set = await setPassword.HandleAsync(account, command.Password, nameof(command.Password), tells: false, ct);
        if (!set.Succeeded) db.ChangeTracker.Clear();
        return set;
    }

    private async Task<(Invitation Invitation, Account Account)?> ReadAsync(string? token, CancellationToken ct)
    {
        if (tokens.Read(InvitationMail.Purpose, token) is not { } claim) return null;
        var invitation = await db.Invitations.FirstOrDefaultAsync(i => i.Id == claim.Subject, ct);
        if (invitation?.StateAt(clock.UtcNow) is not InvitationState.Open || invitation.Stamp != claim.Stamp) return null;
        return await db.Users.FirstOrDefaultAsync(u => u.Id == invitation.AccountId && u.DeactivatedAt == null, ct) is { } account ? (invitation, account) : null;
    }
}
