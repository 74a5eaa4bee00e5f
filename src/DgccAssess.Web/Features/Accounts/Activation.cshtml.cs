using DgccAssess.Core.Features.Accounts;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Accounts;

/// <summary>Closes an account to its owner, or opens it again.</summary>
[Authorize(Policy = Policies.ManageAccounts)]
[StepUp]
public sealed class ActivationModel(ReadAccount read, ChangeAccount change, Links links) : PageModel
{
    public AccountView Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, bool active, int? version, CancellationToken ct)
    {
        var command = new ActivateAccountCommand(id, version);
        var result = active ? await change.ReactivateAsync(command, ct) : await change.DeactivateAsync(command, ct);
        if (result.Succeeded) return LocalRedirect(links.Account(id));
        return await LoadAsync(id, ct) ? this.PageWithErrors(result, prefix: "") : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        Person = (await read.HandleAsync(id, ct))!;
        return Person is not null;
    }
}
