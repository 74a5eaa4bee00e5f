using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants.Operation;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Tenants;

/// <summary>Suspend, resume, export, delete or cancel a deletion: a page that names the consequence, and one button.</summary>
[Authorize(Policy = Policies.OperateTenants)]
[StepUp]
public sealed class ActModel(
    ListTenants list, SuspendTenant suspend, ResumeTenant resume, RequestExport export, OrderDeletion delete, CancelDeletion cancel, Links links) : PageModel
{
    [BindProperty]
    public ActInput Input { get; set; } = new();

    public string Act { get; private set; } = "";
    public TenantRow Row { get; private set; } = null!;
    public bool IsGrave => Act is TenantActs.Suspend or TenantActs.Delete;

    public async Task<IActionResult> OnGetAsync(string id, string act, CancellationToken ct) => await LoadAsync(id, act, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, string act, CancellationToken ct)
    {
        var result = act switch
        {
            TenantActs.Suspend => await suspend.HandleAsync(new(id, Input.Reason ?? "", Input.Version), ct),
            TenantActs.Resume => await resume.HandleAsync(new(id, Input.Version), ct),
            TenantActs.Export => await export.HandleAsync(new(id, Input.Version), ct),
            TenantActs.Delete => await delete.HandleAsync(new(id, Input.Typed ?? "", Input.Version), ct),
            TenantActs.CancelDeletion => await cancel.HandleAsync(new(id, Input.Version), ct),
            _ => Result.NotFound(),
        };
        if (result.Succeeded) return LocalRedirect(links.Tenant(id));
        if (!await LoadAsync(id, act, ct)) return NotFound();

        // The form goes on from what is stored now, which the page shows.
        ModelState.Remove("Input.Version");
        return this.PageWithErrors(result);
    }

    private async Task<bool> LoadAsync(string id, string act, CancellationToken ct)
    {
        if (!TenantActs.All.Contains(act) || await list.FindAsync(id, ct) is not { Figures: not null } row) return false;
        (Act, Row) = (act, row);
        return true;
    }
}

public sealed record ActInput
{
    public string? Reason { get; init; }
    public string? Typed { get; init; }
    public int? Version { get; init; }
}
