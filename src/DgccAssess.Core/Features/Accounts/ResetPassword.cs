using DgccAssess.Core.Data;
using DgccAssess.Core.Jobs;
using DgccAssess.Core.Mail;
using DgccAssess.Core.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Accounts;

/// <summary>
/// Somebody forgot their password. What is done here is the same whether the address has an account or not: a row is written.
/// Whose it is, the job finds out, when nobody waits for an answer.
/// </summary>
public sealed class RequestPasswordReset(SpaceDbContext db, Outbox outbox)
{
    public async Task<Result> HandleAsync(string? email, CancellationToken ct)
    {
        if (AccountDetails.CheckEmail("Email", email) is { } invalid) return Result.Invalid([invalid]);
        outbox.Add<MailPasswordReset, MailPasswordReset.Args>(new(email!));
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }
}

/// <summary>Sends the link, if the address is that of somebody who signs in with a password; at most one in two minutes.</summary>
public sealed class MailPasswordReset(SpaceDbContext db, UserManager<Account> accounts, Postbox postbox, LinkTokens tokens, TimeProvider clock) : IJob<MailPasswordReset.Args>
{
    public const string Purpose = "password reset";

    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);

    public sealed record Args(string Email);

    public async Task ExecuteAsync(Args args, CancellationToken ct)
    {
        if (await accounts.FindByEmailAsync(args.Email) is not { PasswordHash: not null, DeactivatedAt: null } account) return;

        var since = clock.UtcNow - Pause;
        if (await db.OutgoingMails.AnyAsync(m => m.SubjectId == account.Id && m.Template == MailTemplate.PasswordReset && m.QueuedAt > since, ct)) return;
        postbox.Add(MailTemplate.PasswordReset, account, account.Id, [MailValue.Of(clock.UtcNow + Lifetime)]);
        await db.SaveChangesAsync(ct);
    }

    public async Task<string?> PathAsync(OutgoingMail mail, CancellationToken ct)
    {
        var account = await db.Users.FirstOrDefaultAsync(u => u.Id == mail.SubjectId, ct);
        return account is { PasswordHash: not null, DeactivatedAt: null }
            ? $"/sign-in/reset?token={tokens.Create(Purpose, new LinkClaim(account.Id, account.SecurityStamp ?? ""), mail.QueuedAt + Lifetime)}"
            : null;
    }
}

/// <param name="Token">Of the link: names the account and its security stamp, so it stands for the version.</param>
/// <param name="Password">The new one.</param>
public sealed record ResetPasswordCommand(string? Token, string? Password) : ICreation;

/// <summary>Takes a new password by the link of a mail, once: the security stamp in the link is another afterwards.</summary>
public sealed class ResetPassword(SpaceDbContext db, LinkTokens tokens, SetPassword setPassword, ActorContext actor)
{
    public async Task<Account?> FindAsync(string? token, CancellationToken ct)
    {
        if (tokens.Read(MailPasswordReset.Purpose, token) is not { } claim) return null;
        var account = await db.Users.FirstOrDefaultAsync(u => u.Id == claim.Subject && u.DeactivatedAt == null, ct);
        return account?.SecurityStamp == claim.Stamp ? account : null;
    }

    public async Task<Result> HandleAsync(ResetPasswordCommand command, CancellationToken ct)
    {
        if (await FindAsync(command.Token, ct) is not { } account) return Result.Conflict(AccountMessages.LinkOver);
        if (!actor.IsSet) actor.Set(new Actor(account.Id, account.DisplayName, account.AgencyId, new HashSet<string>()));
        return await setPassword.HandleAsync(account, command.Password, nameof(command.Password), tells: true, ct);
    }
}
