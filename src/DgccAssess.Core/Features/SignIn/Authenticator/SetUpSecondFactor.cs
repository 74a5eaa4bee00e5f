using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.SignIn.Authenticator;

public sealed record AuthenticatorSetUp(Guid AccountId) : AuditFact($"accounts/{AccountId}");

public sealed record AuthenticatorSwitchedOff(Guid AccountId) : AuditFact($"accounts/{AccountId}");

public sealed record RecoveryCodesRenewed(Guid AccountId) : AuditFact($"accounts/{AccountId}");

/// <summary>Shown once; empty where the ones given out before still hold.</summary>
public sealed record IssuedCodes(IReadOnlyList<string> Codes);

/// <summary>
/// The authenticator app and the recovery codes of an account. Whoever sets up the first second factor gets recovery codes with it;
/// they go when the last one goes.
/// </summary>
public sealed class SetUpSecondFactor(UserManager<Account> accounts, SpaceDbContext db, ProveSecondFactor prove, AuditTrail audit, TimeProvider clock)
{
    public const int RecoveryCodes = 10;

    // Where Identity keeps both, by its own names.
    private const string Store = "[AspNetUserStore]";

    /// <summary>The key to put into the app; the same until it is confirmed.</summary>
    public async Task<string> KeyAsync(Account account)
    {
        if (await accounts.GetAuthenticatorKeyAsync(account) is { } key) return key;
        await accounts.ResetAuthenticatorKeyAsync(account);
        return (await accounts.GetAuthenticatorKeyAsync(account))!;
    }

    /// <summary>Confirms the app with a code of it. Answers with new recovery codes where there were none.</summary>
    public async Task<Result<IssuedCodes>> ConfirmAsync(Account account, string code)
    {
        if (account.AuthenticatorSince is not null) return Result<IssuedCodes>.From(Result.Conflict(SignInMessages.AuthenticatorIsSetUp));
        if (!await prove.AcceptAsync(account, code)) return Result<IssuedCodes>.From(Result.Invalid("Code", SignInMessages.CodeWrong));

        account.AuthenticatorSince = clock.UtcNow;
        audit.Record(new AuthenticatorSetUp(account.Id));
        return await EnableAsync(account);
    }

    public async Task SwitchOffAsync(Account account)
    {
        if (account.AuthenticatorSince is null) return;
        (account.AuthenticatorSince, account.LastCodeStep) = (null, null);
        audit.Record(new AuthenticatorSwitchedOff(account.Id));
        await accounts.RemoveAuthenticationTokenAsync(account, Store, "AuthenticatorKey");
        await DisableWithoutFactorAsync(account);
    }

    public async Task<IssuedCodes> RenewAsync(Account account)
    {
        audit.Record(new RecoveryCodesRenewed(account.Id));
        return new([.. await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes) ?? []]);
    }

    /// <summary>From now on a second factor is asked for.</summary>
    public async Task<IssuedCodes> EnableAsync(Account account)
    {
        if (account.TwoFactorEnabled && await accounts.CountRecoveryCodesAsync(account) > 0)
        {
            await accounts.UpdateAsync(account);
            return new([]);
        }

        account.TwoFactorEnabled = true;
        return new([.. await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes) ?? []]);
    }

    /// <summary>No factor left: nothing is asked for, and recovery codes open nothing.</summary>
    public async Task DisableWithoutFactorAsync(Account account)
    {
        if (account.AuthenticatorSince is not null || await db.UserPasskeys.AnyAsync(p => p.UserId == account.Id)) return;
        account.TwoFactorEnabled = false;
        await accounts.RemoveAuthenticationTokenAsync(account, Store, "RecoveryCodes");
        await accounts.UpdateAsync(account);
    }
}
