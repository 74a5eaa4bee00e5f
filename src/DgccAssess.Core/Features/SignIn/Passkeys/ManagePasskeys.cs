using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.SignIn.Authenticator;
using Microsoft.AspNetCore.Identity;

namespace DgccAssess.Core.Features.SignIn.Passkeys;

public sealed record PasskeyAdded(Guid AccountId, string Name) : AuditFact($"accounts/{AccountId}");

public sealed record PasskeyRenamed(Guid AccountId, string Old, string New) : AuditFact($"accounts/{AccountId}");

public sealed record PasskeyRemoved(Guid AccountId, string Name) : AuditFact($"accounts/{AccountId}");

/// <summary>The passkeys of an account. They live in its space's database: a passkey of another space is not found here.</summary>
public sealed class ManagePasskeys(UserManager<Account> accounts, SetUpSecondFactor secondFactor, AuditTrail audit)
{
    public const int LongestName = 60;
    public const int Most = 10;

    public async Task<Result<IssuedCodes>> AddAsync(Account account, UserPasskeyInfo passkey, string name)
    {
        if ((await accounts.GetPasskeysAsync(account)).Count >= Most) return Result<IssuedCodes>.From(Result.Conflict(SignInMessages.TooManyPasskeys, Most));
        passkey.Name = name;
        audit.Record(new PasskeyAdded(account.Id, name));
        var added = await accounts.AddOrUpdatePasskeyAsync(account, passkey);
        return added.Succeeded ? await secondFactor.EnableAsync(account) : Result<IssuedCodes>.From(Result.Conflict(SignInMessages.PasskeyRefused));
    }

    public async Task<Result> RenameAsync(Account account, byte[] id, string? name)
    {
        if (CheckName(name) is { } problem) return problem;
        if (await accounts.GetPasskeyAsync(account, id) is not { } passkey) return Result.NotFound();
        if (passkey.Name == name!.Trim()) return Result.Ok;

        audit.Record(new PasskeyRenamed(account.Id, passkey.Name ?? "", name.Trim()));
        passkey.Name = name.Trim();
        await accounts.AddOrUpdatePasskeyAsync(account, passkey);
        return Result.Ok;
    }

    /// <summary>Removing what is gone changes nothing.</summary>
    public async Task<Result> RemoveAsync(Account account, byte[] id)
    {
        if (await accounts.GetPasskeyAsync(account, id) is not { } passkey) return Result.NotFound();
        audit.Record(new PasskeyRemoved(account.Id, passkey.Name ?? ""));
        await accounts.RemovePasskeyAsync(account, id);
        await secondFactor.DisableWithoutFactorAsync(account);
        return Result.Ok;
    }

    public static Result? CheckName(string? name) => string.IsNullOrWhiteSpace(name)
        ? Result.Invalid("Name", SignInMessages.NameMissing)
        : name.Trim().Length > LongestName ? Result.Invalid("Name", SignInMessages.NameTooLong, LongestName) : null;
}
