using System.Buffers.Text;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.SignIn.Passkeys;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.SignIn;

/// <summary>One passkey: its name, or away with it.</summary>
[Authorize(Policy = Policies.SignedIn)]
[BeforeSecondFactor]
[StepUp]
public sealed class PasskeyModel(CurrentAccount current, UserManager<Account> accounts, ManagePasskeys passkeys, Links links) : PageModel
{
    [BindProperty]
    public RenameInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync()) return NotFound();
        Input = new() { Name = Name };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync()) return NotFound();
        var result = await passkeys.RenameAsync(await current.GetAsync(), Base64Url.DecodeFromChars(Id), Input.Name);
        return result.Succeeded ? LocalRedirect(links.Passkeys()) : this.PageWithErrors(result);
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (!await LoadAsync()) return NotFound();
        await passkeys.RemoveAsync(await current.GetAsync(), Base64Url.DecodeFromChars(Id));
        return LocalRedirect(links.Passkeys());
    }

    private async Task<bool> LoadAsync()
    {
        if (!Base64Url.IsValid(Id) || await accounts.GetPasskeyAsync(await current.GetAsync(), Base64Url.DecodeFromChars(Id)) is not { } passkey) return false;
        Name = passkey.Name ?? "";
        return true;
    }
}

public sealed record RenameInput
{
    public string? Name { get; init; }
}
