using DgccAssess.Core.Features.Tenants.Operation;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Tenants;

/// <summary>An exit pack that only the government can open. One that anybody could open is not handed out here.</summary>
[Authorize(Policy = Policies.OperateTenants)]
[StepUp]
public sealed class PackModel(FetchExport fetch) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string id, Guid export, CancellationToken ct) =>
        await fetch.HandleAsync(id, export, ct) is { } pack ? File(pack.Content, "application/zip", pack.Name) : NotFound();
}
