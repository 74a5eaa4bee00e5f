using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Tenancy;
using Microsoft.AspNetCore.Identity;

namespace DgccAssess.Core.Features.SignIn.Passwords;

/// <summary>Beyond its length: no password everybody knows, and none with what everybody knows of its owner (NIST SP 800-63B section 3.1.1.2).</summary>
public sealed class PasswordRules(SpaceContext context) : IPasswordValidator<Account>
{
    public const string Common = "PasswordCommon";
    public const string Personal = "PasswordPersonal";

    /// <summary>Shorter pieces of a name stand in too many innocent words.</summary>
    private const int ShortestName = 4;

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var typed = password ?? "";
        if (CommonPasswords.Contains(typed)) return Task.FromResult(IdentityResult.Failed(new IdentityError { Code = Common }));
        var isPersonal = Names(user, context.Space.Settings).Any(Fold(typed).Contains);
        return Task.FromResult(isPersonal ? IdentityResult.Failed(new IdentityError { Code = Personal }) : IdentityResult.Success);
    }

    private static IEnumerable<string> Names(Account user, SpaceSettings settings)
    {
        string[] whole = [(user.Email ?? "").Split('@')[0], user.DisplayName, .. settings.Names.Values.Values];
        return whole.SelectMany(name => name.Split([' ', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries).Append(name))
            .Select(Fold).Where(name => name.Length >= ShortestName);
    }

    private static string Fold(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetterOrDigit));
}
