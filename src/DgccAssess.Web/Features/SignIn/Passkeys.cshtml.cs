using System.ComponentModel.DataAnnotations;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.SignIn;
using DgccAssess.Core.Features.SignIn.Authenticator;
using DgccAssess.Core.Features.SignIn.Passkeys;
using DgccAssess.Core.Features.SignIn.Sessions;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.SignIn;

/// <summary>The passkeys of an account, and one more. The device does the work by script; names and removal need none.</summary>
[Authorize(Policy = Policies.SignedIn)]
[BeforeSecondFactor]
[StepUp]
public sealed class PasskeysModel(
    CurrentAccount current, UserManager<Account> accounts, SignInManager<Account> manager, ManagePasskeys passkeys, SignInSessions sessions, SpaceContext space, SpaceView view, Links links)
    : PageModel
{
    [BindProperty]
    public PasskeyInput Input { get; set; } = new();

    public IReadOnlyList<UserPasskeyInfo> List { get; private set; } = [];
    public bool IsFull => List.Count >= ManagePasskeys.Most;

    public async Task OnGetAsync() => await LoadAsync(await current.GetAsync());

    public async Task<IActionResult> OnPostOptionsAsync()
    {
        var account = await current.GetAsync();
        // The device lists passkeys of all spaces of this host together: the name tells them apart.
        var name = $"{account.Email} ({space.Space.Settings.Names.In(view.Language)})";
        return Content(await manager.MakePasskeyCreationOptionsAsync(new() { Id = account.Id.ToString(), Name = name, DisplayName = account.DisplayName }), "application/json");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var account = await current.GetAsync();
        var result = await AddAsync(account);
        if (!result.Succeeded)
        {
            await LoadAsync(account);
            return this.PageWithErrors(result);
        }

        await sessions.ConfirmAsync(HttpContext.Features.Get<SessionState>()!.Id, secondFactor: true, ct);
        return result.Value!.Codes.Count == 0 ? LocalRedirect(links.Passkeys()) : this.ShowCodes(result.Value);
    }

    private async Task<Result<IssuedCodes>> AddAsync(Account account)
    {
        if (ManagePasskeys.CheckName(Input.Name) is { } problem) return Result<IssuedCodes>.From(problem);
        var refused = Result<IssuedCodes>.From(Result.Invalid("", SignInMessages.PasskeyRefused));
        if (!ModelState.IsValid || string.IsNullOrEmpty(Input.Credential) || !(await HttpContext.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Succeeded) return refused;

        var attestation = await manager.PerformPasskeyAttestationAsync(Input.Credential);
        return attestation.Succeeded && attestation.UserEntity.Id == account.Id.ToString()
            ? await passkeys.AddAsync(account, attestation.Passkey, Input.Name!.Trim())
            : refused;
    }

    private async Task LoadAsync(Account account) => List = [.. (await accounts.GetPasskeysAsync(account)).OrderBy(p => p.CreatedAt)];
}

public sealed record PasskeyInput
{
    public string? Name { get; init; }

    /// <summary>What the device answered, as JSON.</summary>
    [StringLength(16 * 1024)]
    public string? Credential { get; init; }
}
