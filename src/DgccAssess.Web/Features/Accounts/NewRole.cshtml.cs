using DgccAssess.Core.Features.Accounts;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Accounts;

[Authorize(Policy = Policies.ManageRoles)]
[StepUp]
public sealed class NewRoleModel(ManageRoles roles, Links links) : PageModel
{
    [BindProperty]
    public RoleInput Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await roles.CreateAsync(new CreateRoleCommand(Input.Name, Input.Title, Input.Permissions), ct);
        return result.Succeeded ? LocalRedirect(links.Roles()) : this.PageWithErrors(result);
    }
}
