using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.SignIn;
using DgccAssess.Core.Features.SignIn.Authenticator;
using DgccAssess.Core.Features.SignIn.Sessions;
using DgccAssess.Core.Security;
using Microsoft.AspNetCore.Identity;

namespace DgccAssess.Web.Features.SignIn;

/// <summary>A fresh proof within a session: the password, or a code of the app where one is set up.</summary>
public sealed class ConfirmIdentity(
    UserManager<Account> accounts, CheckPassword check, ProveSecondFactor prove, SignInSessions sessions, ActorContext actor)
{
    public const int LongestProof = 256;

    public async Task<bool> HandleAsync(Guid sessionId, string? proof, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(proof) || proof.Length > LongestProof) return false;
        if (await accounts.FindByIdAsync(actor.Current.Id.ToString()) is not { } account) return false;

        // No password is six digits long.
        var isCode = account.AuthenticatorSince is not null && proof.Count(char.IsAsciiDigit) == 6 && proof.All(c => char.IsAsciiDigit(c) || c == ' ');
        var isProved = isCode ? await prove.HandleAsync(account, proof) is Proof.Code : await check.HandleAsync(account, proof);
        if (!isProved) return false;

        await sessions.ConfirmAsync(sessionId, secondFactor: isCode, ct);
        return true;
    }
}
