using DgccAssess.Core.Features.Tenants.Operation;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Tenants;

/// <summary>One tenant: figures, exports, and what may be done with it.</summary>
[Authorize(Policy = Policies.OperateTenants)]
public sealed class TenantModel(ListTenants list) : PageModel
{
    public TenantRow Row { get; private set; } = null!;
    public IReadOnlyList<TenantExport> Exports { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (await list.FindAsync(id, ct) is not { } row) return NotFound();
        (Row, Exports) = (row, await list.ExportsAsync(id, ct));
        return Page();
    }
}
