using System.Security.Cryptography;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SignIn.Sessions;
using DgccAssess.Core.Mail;
using Microsoft.AspNetCore.Identity;

namespace DgccAssess.Core.Features.Accounts;

public sealed record PasswordSet(Guid AccountId) : AuditFact($"accounts/{AccountId}");

/// <summary>
/// Gives an account a password in one save with whatever else is under way: every sign-in ends but the one it was changed from, links made before it are void, a lockout is over.
/// </summary>
public sealed class SetPassword(UserManager<Account> accounts, SpaceDbContext db, SignInSessions sessions, Postbox postbox, AuditTrail audit, TimeProvider clock)
{
    public const int MaxLength = 256;

    /// <param name="account">Tracked by the context.</param>
    /// <param name="password">As typed.</param>
    /// <param name="field">For messages.</param>
    /// <param name="tells">The owner gets a mail about it.</param>
    /// <param name="ct">Ends the work.</param>
    /// <param name="but">A sign-in that goes on, whose owner proved the password so far.</param>
    public async Task<Result> HandleAsync(Account account, string? password, string field, bool tells, CancellationToken ct, Guid? but = null)
    {
        if (await ProblemsAsync(account, password, field) is { Count: > 0 } problems) return Result.Invalid(problems);

        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password!);
        account.SecurityStamp = NewStamp();
        (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
        audit.Record(new PasswordSet(account.Id));
        if (tells) postbox.Add(MailTemplate.PasswordChanged, account, values: [MailValue.Of(clock.UtcNow)]);
        await sessions.EndAllAsync(account.Id, but, ct);
        var saved = await accounts.UpdateAsync(account);
        if (saved.Succeeded) return Result.Ok;
        // Somebody else used the link, or changed the account, at the same moment.
        db.ChangeTracker.Clear();
        return Result.Conflict(AccountMessages.LinkOver);
    }

    /// <summary>Voids every link and cookie that was made with the one before.</summary>
    public static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    private async Task<IReadOnlyList<Problem>> ProblemsAsync(Account account, string? password, string field)
    {
        if (password?.Length > MaxLength) return [new(field, "Accounts.PasswordTooLong", MaxLength)];
        List<Problem> problems = [];
        foreach (var validator in accounts.PasswordValidators)
        {
            var judged = await validator.ValidateAsync(accounts, account, password);
            problems.AddRange(judged.Errors.Select(e => new Problem(field, "Accounts." + e.Code)));
        }

        return problems;
    }
}
