using DgccAssess.Core.Audit;
using DgccAssess.Core.Features.Accounts;
using Microsoft.AspNetCore.Identity;

namespace DgccAssess.Core.Features.SignIn;

public sealed record SignInRefused(Guid AccountId, bool LockedOut) : AuditFact($"accounts/{AccountId}");

/// <summary>
/// Judges a password. Whether the account exists, is locked out or has no password can be told neither from the answer nor from the work:
/// one hash is verified whatever happens.
/// </summary>
public sealed class CheckPassword(UserManager<Account> accounts, IPasswordHasher<Account> hasher, AuditTrail audit)
{
    private static readonly Account Nobody = new() { DisplayName = "" };
    private static string? nobodysHash;

    public async Task<bool> HandleAsync(Account? account, string password)
    {
        if (account is not { PasswordHash: not null, DeactivatedAt: null })
        {
            VerifyNobody(password);
            return false;
        }

        if (await accounts.IsLockedOutAsync(account))
        {
            VerifyNobody(password);
            audit.Record(new SignInRefused(account.Id, LockedOut: true));
            await accounts.UpdateAsync(account);
            return false;
        }

        if (await accounts.CheckPasswordAsync(account, password)) return true;
        audit.Record(new SignInRefused(account.Id, LockedOut: false));
        await accounts.AccessFailedAsync(account);
        return false;
    }

    private void VerifyNobody(string password)
    {
        nobodysHash ??= hasher.HashPassword(Nobody, "an account that does not exist");
        hasher.VerifyHashedPassword(Nobody, nobodysHash, password);
    }
}
