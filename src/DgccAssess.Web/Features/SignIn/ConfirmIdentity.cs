using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.SignIn;
using DgccAssess.Core.Features.SignIn.Authenticator;
using DgccAssess.Core.Features.SignIn.Sessions;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.SignIn;

/// <summary>How somebody can prove afresh who they are.</summary>
public sealed record WaysToConfirm(bool Password, bool Code, bool Provider)
{
    /// <summary>Something can be typed here.</summary>
    public bool Typed => Password || Code;
}

/// <summary>A fresh proof within a session: the password, or a code of the app where one is set up. The identity provider's is taken where its answers come back.</summary>
public sealed class ConfirmIdentity(
    UserManager<Account> accounts, CheckPassword check, ProveSecondFactor prove, SignInSessions sessions, CurrentAccount current, SpaceDbContext db, SpaceContext context, ActorContext actor)
{
    public const int LongestProof = 256;

    public async Task<WaysToConfirm> WaysAsync(CancellationToken ct)
    {
        var account = await current.GetAsync();
        var provider = context.Space.Settings.IdentityProvider is { } settings && await db.UserLogins.AnyAsync(l => l.UserId == account.Id && l.LoginProvider == settings.Issuer, ct);
        // Whoever has nothing else sees the field for a password, as ever.
        return new(context.Space.Settings.HasLocalSignIn && (account.PasswordHash is not null || !provider), account.AuthenticatorSince is not null, provider);
    }

    public async Task<bool> HandleAsync(Guid sessionId, string? proof, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(proof) || proof.Length > LongestProof) return false;
        if (await accounts.FindByIdAsync(actor.Current.Id.ToString()) is not { } account) return false;

        // No password is six digits long.
        var isCode = account.AuthenticatorSince is not null && proof.Count(char.IsAsciiDigit) == 6 && proof.All(c => char.IsAsciiDigit(c) || c == ' ');
        var isProved = isCode ? await prove.HandleAsync(account, proof) is Proof.Code : context.Space.Settings.HasLocalSignIn && await check.HandleAsync(account, proof);
        if (!isProved) return false;

        await sessions.ConfirmAsync(sessionId, secondFactor: isCode, ct);
        return true;
    }
}
