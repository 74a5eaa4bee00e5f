using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SignIn;
using DgccAssess.Core.Security;
using Microsoft.AspNetCore.Identity;

namespace DgccAssess.Core.Features.Accounts;

/// <param name="Current">The password so far; stands for the version.</param>
/// <param name="Password">The new one.</param>
/// <param name="SessionId">The sign-in it is changed from, which goes on; every other ends.</param>
public sealed record ChangePasswordCommand(string? Current, string? Password, Guid SessionId) : ICreation;

/// <summary>Somebody signed in takes another password. Wrong guesses of the one so far count as at the sign-in.</summary>
public sealed class ChangePassword(UserManager<Account> accounts, CheckPassword check, SetPassword setPassword, ActorContext actor)
{
    public const string CurrentWrong = "Accounts.CurrentPasswordWrong";
    public const string Same = "Accounts.PasswordSame";

    public async Task<Result> HandleAsync(ChangePasswordCommand command, CancellationToken ct = default)
    {
        var account = await accounts.FindByIdAsync(actor.Current.Id.ToString()) ?? throw new InvalidOperationException("The account of the session is gone.");
        var isStored = Fits(account, command.Password);
        if (isStored && command.Current == command.Password) return Result.Invalid(nameof(command.Password), Same);
        if (await check.HandleAsync(account, Short(command.Current)))
        {
            return await setPassword.HandleAsync(account, command.Password, nameof(command.Password), tells: true, ct, but: command.SessionId);
        }

        // A second press of the form that changed it: the one so far is no longer that, the new one is.
        return isStored ? Result.Ok : Result.Invalid(nameof(command.Current), CurrentWrong);
    }

    private bool Fits(Account account, string? password) =>
        account.PasswordHash is { } hash && accounts.PasswordHasher.VerifyHashedPassword(account, hash, Short(password)) is not PasswordVerificationResult.Failed;

    // Nobody's password is longer; hashing what is would be work for nothing.
    private static string Short(string? password) => password is null || password.Length > SetPassword.MaxLength ? "" : password;
}
