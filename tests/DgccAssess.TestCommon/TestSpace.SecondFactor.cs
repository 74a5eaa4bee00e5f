using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.SignIn.Authenticator;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.TestCommon;

/// <summary>Somebody whose phone makes codes. Each code is good once, so they are taken from the window in turn.</summary>
public sealed record SecuredPerson(Person Person, string Key, IReadOnlyList<string> RecoveryCodes)
{
    private long used = Totp.StepAt(TimeProvider.System.UtcNow) - 1;

    /// <summary>The code of now, or of the next half minute where that one is used.</summary>
    public string NextCode() => Totp.CodeAt(Key, used = Math.Max(used + 1, Totp.StepAt(TimeProvider.System.UtcNow)));
}

public sealed partial class TestSpace
{
    /// <summary>A person with an authenticator app; its set-up took the code of half a minute ago.</summary>
    public async Task<SecuredPerson> CreateSecuredPersonAsync(string role, Guid? agencyId = null, string? name = null)
    {
        var person = await CreatePersonAsync(role, agencyId, name);
        return await RunAsync(async services =>
        {
            var account = (await services.GetRequiredService<UserManager<Account>>().FindByIdAsync(person.Id.ToString()))!;
            var setUp = services.GetRequiredService<SetUpSecondFactor>();
            var key = await setUp.KeyAsync(account);
            var issued = await setUp.ConfirmAsync(account, Totp.CodeAt(key, Totp.StepAt(TimeProvider.System.UtcNow) - 1));
            return issued.Succeeded ? new SecuredPerson(person, key, issued.Value!.Codes) : throw new InvalidOperationException(string.Join(", ", issued.Problems));
        });
    }
}
