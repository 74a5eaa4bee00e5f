using DgccAssess.Core.Features.Accounts;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Accounts;

[Authorize(Policy = Policies.ManageAccounts)]
[StepUp]
public sealed class InviteModel(InviteAccount invite, RoleNames names, SpaceView view, TimeProvider clock, Links links) : PageModel
{
    [BindProperty]
    public AccountInput Input { get; set; } = new();

    public AccountFields Fields { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct)
    {
        Input = new AccountInput { Id = Guid.CreateVersion7(clock.GetUtcNow()) };
        return LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid) return this.InvalidPage();
        var result = await invite.HandleAsync(new InviteAccountCommand(Input.Email, Input.DisplayName, Input.Roles, Input.Agency, Input.Language, Input.Id), ct);
        return result.Succeeded ? LocalRedirect(links.Account(result.Value)) : this.PageWithErrors(result);
    }

    private async Task LoadAsync(CancellationToken ct) => Fields = new(Input, await names.AllAsync(ct), await names.AgenciesAsync(ct), view.Languages);
}
