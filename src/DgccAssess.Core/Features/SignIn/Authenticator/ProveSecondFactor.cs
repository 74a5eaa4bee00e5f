using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using Microsoft.AspNetCore.Identity;

namespace DgccAssess.Core.Features.SignIn.Authenticator;

public enum Proof
{
    Refused,
    Code,
    RecoveryCode,
}

public sealed record SecondStepRefused(Guid AccountId) : AuditFact($"accounts/{AccountId}");

public sealed record RecoveryCodeUsed(Guid AccountId, int Left) : AuditFact($"accounts/{AccountId}");

/// <summary>Judges a code of the app or a recovery code. Each is good once; wrong ones count towards the lockout, as wrong passwords do.</summary>
public sealed class ProveSecondFactor(UserManager<Account> accounts, SpaceDbContext db, AuditTrail audit, TimeProvider clock)
{
    public const int LongestCode = 32;

    private const int RecoveryLength = 10;

    public async Task<Proof> HandleAsync(Account account, string typed)
    {
        if (await accounts.IsLockedOutAsync(account)) return Proof.Refused;

        var code = string.Concat(typed.Where(char.IsLetterOrDigit));
        var isOfTheApp = account.AuthenticatorSince is not null && code.Length == 6 && code.All(char.IsAsciiDigit);
        var proof = isOfTheApp ? await CodeAsync(account, code) : await RecoveryAsync(account, code.ToUpperInvariant());
        if (proof is Proof.Refused)
        {
            audit.Record(new SecondStepRefused(account.Id));
            await accounts.AccessFailedAsync(account);
        }

        return proof;
    }

    /// <summary>Whether it is a code of the key, used or not: for the set-up, before anything is asked for.</summary>
    public async Task<bool> AcceptAsync(Account account, string code) => await CodeAsync(account, string.Concat(code.Where(char.IsAsciiDigit))) is Proof.Code;

    private async Task<Proof> CodeAsync(Account account, string code)
    {
        var key = await accounts.GetAuthenticatorKeyAsync(account);
        if (key is null || Totp.Match(key, code, Totp.StepAt(clock.UtcNow), account.LastCodeStep) is not { } step) return Proof.Refused;

        account.LastCodeStep = step;
        return await SavedAsync(account) ? Proof.Code : Proof.Refused;
    }

    private async Task<Proof> RecoveryAsync(Account account, string code)
    {
        if (!account.TwoFactorEnabled || code.Length != RecoveryLength) return Proof.Refused;
        var written = $"{code[..(RecoveryLength / 2)]}-{code[(RecoveryLength / 2)..]}";
        if (!(await accounts.RedeemTwoFactorRecoveryCodeAsync(account, written)).Succeeded) return Proof.Refused;
        audit.Record(new RecoveryCodeUsed(account.Id, await accounts.CountRecoveryCodesAsync(account)));
        await db.SaveChangesAsync();
        return Proof.RecoveryCode;
    }

    // Two requests with one code: the account's concurrency stamp lets one of them through.
    private async Task<bool> SavedAsync(Account account) => (await accounts.UpdateAsync(account)).Succeeded;
}
