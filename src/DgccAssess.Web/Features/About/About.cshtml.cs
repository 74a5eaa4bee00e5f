using DgccAssess.Core.Features.Tenants;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.About;

/// <summary>Words of the pages that show a space's own texts.</summary>
public sealed class AboutWords;

/// <summary>What the space says in its own words about privacy, contact or accessibility. Open to everybody.</summary>
[AllowAnonymous]
[WhileSuspended]
public sealed class AboutModel(OwnWords own) : PageModel
{
    public string Key { get; private set; } = "";
    public OwnText Text { get; private set; } = OwnText.Empty;

    public async Task<IActionResult> OnGetAsync(string text, CancellationToken ct)
    {
        if (!SpaceTexts.Pages.Contains(text) || await own.FindAsync(text, ct) is not { } found) return NotFound();
        (Key, Text) = (text, found);
        return Page();
    }
}
