using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Home;

/// <summary>Words of the first pages.</summary>
public sealed class HomeWords;

/// <summary>The address without a space lists the spaces; in a space it is that space's home.</summary>
[AllowAnonymous]
[WithoutSpace]
public sealed class SpacesModel(IMultiTenantStore store, SpaceView view) : PageModel
{
    public IReadOnlyList<SpaceInfo> Spaces { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (view.IsResolved) return LocalRedirect(Request.PathBase + "/home");
        Spaces = await store.GetAllAsync(ct);
        return Page();
    }
}
