using DgccAssess.Core.Features.Tenants.Operation;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Tenants;

/// <summary>The tenants of the installation: their state, schema, last activity and size. What is in them is not shown here, nor anywhere in the hub.</summary>
[Authorize(Policy = Policies.OperateTenants)]
public sealed class TenantsModel(ListTenants list) : PageModel
{
    public IReadOnlyList<TenantRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = await list.HandleAsync(ct);
}
