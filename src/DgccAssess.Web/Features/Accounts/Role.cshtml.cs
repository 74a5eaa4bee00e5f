using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Security;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Accounts;

[Authorize(Policy = Policies.ManageRoles)]
[StepUp]
public sealed class RoleModel(ManageRoles roles, SpaceDbContext db, RoleNames names, Links links) : PageModel
{
    [BindProperty]
    public RoleInput Input { get; set; } = new();

    public string Name { get; private set; } = "";
    public string Text { get; private set; } = "";

    /// <summary>The product brings it: its name has words, and it stays.</summary>
    public bool IsBuiltIn => Roles.Defaults.ContainsKey(Name);

    /// <summary>What it holds by what somebody else saved meanwhile.</summary>
    public RoleInput? Theirs { get; private set; }

    public async Task<IActionResult> OnGetAsync(string role, CancellationToken ct)
    {
        if (await LoadAsync(role, ct) is not { } stored) return NotFound();
        Input = stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string role, CancellationToken ct) =>
        await AnswerAsync(role, await roles.ChangeAsync(new ChangeRoleCommand(role, Input.Title, Input.Permissions, Input.Version), ct), ct);

    public async Task<IActionResult> OnPostDeleteAsync(string role, CancellationToken ct) =>
        await AnswerAsync(role, await roles.DeleteAsync(new DeleteRoleCommand(role, Input.Version), ct), ct);

    private async Task<IActionResult> AnswerAsync(string role, Result result, CancellationToken ct)
    {
        if (result.Succeeded) return LocalRedirect(links.Roles());
        if (await LoadAsync(role, ct) is not { } stored) return NotFound();
        if (result.Kind is ResultKind.Stale) (Theirs, Input) = (stored, Input with { Version = stored.Version });
        return this.PageWithErrors(result);
    }

    private async Task<RoleInput?> LoadAsync(string name, CancellationToken ct)
    {
        if (await db.Roles.AsNoTracking().FirstOrDefaultAsync(r => r.Name == name, ct) is not { } role) return null;
        (Name, Text) = (name, names.Of(name, role.Title));
        var held = await db.RoleClaims.Where(c => c.RoleId == role.Id && c.ClaimType == SpaceClaims.Permission).Select(c => c.ClaimValue!).ToListAsync(ct);
        return new RoleInput { Name = name, Title = role.Title, Permissions = held, Version = role.Version };
    }
}
