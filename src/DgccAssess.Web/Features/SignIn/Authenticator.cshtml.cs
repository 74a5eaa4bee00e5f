using System.ComponentModel.DataAnnotations;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.SignIn.Authenticator;
using DgccAssess.Core.Features.SignIn.Sessions;
using DgccAssess.Core.Press;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.SignIn;

/// <summary>Sets up the authenticator app: picture and key, then a code of it.</summary>
[Authorize(Policy = Policies.SignedIn)]
[BeforeSecondFactor]
[StepUp]
[Uncompressed]
public sealed class AuthenticatorModel(CurrentAccount current, SetUpSecondFactor setUp, SignInSessions sessions, SpaceContext space, SpaceView view, Links links) : PageModel
{
    [BindProperty]
    public AuthenticatorInput Input { get; set; } = new();

    public string Key { get; private set; } = "";
    public QrPicture Picture { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var account = await current.GetAsync();
        if (account.AuthenticatorSince is not null) return LocalRedirect(links.Security());
        await LoadAsync(account);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var account = await current.GetAsync();
        if (account.AuthenticatorSince is not null) return LocalRedirect(links.Security());
        var result = await setUp.ConfirmAsync(account, Input.Code ?? "");
        if (!result.Succeeded)
        {
            await LoadAsync(account);
            return this.PageWithErrors(result);
        }

        await sessions.ConfirmAsync(HttpContext.Features.Get<SessionState>()!.Id, secondFactor: true, ct);
        return result.Value!.Codes.Count == 0 ? LocalRedirect(links.Security()) : this.ShowCodes(result.Value);
    }

    private async Task LoadAsync(Account account)
    {
        Key = await setUp.KeyAsync(account);
        Picture = QrPicture.Of(OtpAddress(account));
    }

    /// <summary>otpauth://, with the space's name, so that one app keeps the accounts of several spaces apart.</summary>
    private string OtpAddress(Account account)
    {
        var issuer = Uri.EscapeDataString($"DgccAssess {space.Space.Settings.Names.In(view.Language)}");
        return $"otpauth://totp/{issuer}:{Uri.EscapeDataString(account.Email!)}?secret={Key}&issuer={issuer}&digits=6&period=30";
    }
}

public sealed record AuthenticatorInput
{
    [StringLength(ProveSecondFactor.LongestCode)]
    public string? Code { get; init; }
}
