using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SignIn.Sessions;
using DgccAssess.Core.Mail;
using DgccAssess.Core.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Accounts;

public sealed record EmailChanged(Guid AccountId, [property: Personal] string OldEmail, [property: Personal] string Email) : AuditFact($"accounts/{AccountId}");

/// <param name="Token">Of the link: names the account, its security stamp and the address, so it stands for the version.</param>
public sealed record ConfirmEmailCommand(string? Token) : ICreation;

/// <summary>A new address to sign in with: a link goes there, and only who opens it changes anything. The answer never says whose address it is already.</summary>
public sealed class ChangeEmail(
    SpaceDbContext db, UserManager<Account> accounts, LinkTokens tokens, Postbox postbox, SignInSessions sessions, AuditTrail audit, ActorContext actor, TimeProvider clock)
{
    public const string Purpose = "e-mail change";

    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public async Task<Result> RequestAsync(string? email, CancellationToken ct)
    {
        email = email?.Trim();
        if (AccountDetails.CheckEmail("Email", email) is { } invalid) return Result.Invalid([invalid]);
        var account = await db.Users.SingleAsync(u => u.Id == actor.Current.Id, ct);
        if (string.Equals(account.Email, email, StringComparison.OrdinalIgnoreCase)) return Result.Invalid("Email", AccountMessages.SameEmail);

        postbox.Add(MailTemplate.ConfirmEmail, account, account.Id, [MailValue.Of(clock.UtcNow + Lifetime)], address: email);
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }

    public async Task<string?> PathAsync(OutgoingMail mail, CancellationToken ct)
    {
        var account = await db.Users.FirstOrDefaultAsync(u => u.Id == mail.SubjectId && u.DeactivatedAt == null, ct);
        if (account is null || await accounts.FindByEmailAsync(mail.ToAddress) is not null) return null;
        return $"/security/email/confirm?token={tokens.Create(Purpose, new LinkClaim(account.Id, $"{account.SecurityStamp} {mail.ToAddress}"), mail.QueuedAt + Lifetime)}";
    }

    /// <summary>The address the link confirms; null: the link is none, was used, or its time is over.</summary>
    public async Task<string?> FindAsync(string? token, CancellationToken ct) => (await ReadAsync(token, ct))?.Email;

    public async Task<Result> ConfirmAsync(ConfirmEmailCommand command, CancellationToken ct)
    {
        if (await ReadAsync(command.Token, ct) is not { } read) return Result.Conflict(AccountMessages.LinkOver);
        var (account, email) = read;
        if (!actor.IsSet) actor.Set(new Actor(account.Id, account.DisplayName, account.AgencyId, new HashSet<string>()));

        audit.Record(new EmailChanged(account.Id, account.Email!, email));
        postbox.Add(MailTemplate.EmailChanged, account, values: [MailValue.Of(email)], address: account.Email);
        (account.Email, account.UserName, account.EmailConfirmed) = (email, email, true);
        account.SecurityStamp = SetPassword.NewStamp();
        await sessions.EndAllAsync(account.Id, ct);
        var saved = await accounts.UpdateAsync(account);
        if (saved.Succeeded) return Result.Ok;
        db.ChangeTracker.Clear();
        return Result.Conflict(AccountMessages.LinkOver);
    }

    private async Task<(Account Account, string Email)?> ReadAsync(string? token, CancellationToken ct)
    {
        if (tokens.Read(Purpose, token) is not { } claim || claim.Stamp.Split(' ', 2) is not [var stamp, var email]) return null;
        var account = await db.Users.FirstOrDefaultAsync(u => u.Id == claim.Subject && u.DeactivatedAt == null, ct);
        return account?.SecurityStamp == stamp && await accounts.FindByEmailAsync(email) is null ? (account, email) : null;
    }
}
