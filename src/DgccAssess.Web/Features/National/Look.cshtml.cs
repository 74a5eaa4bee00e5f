using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.National;

/// <summary>The space's colours as a style sheet: a page that caches keep can carry none of its own.</summary>
[AllowAnonymous]
public sealed class LookModel(SpaceView space) : PageModel
{
    public IActionResult OnGet()
    {
        Response.Headers.CacheControl = "public, max-age=300";
        return Content($":root{{--tenant-accent:{space.Accent};--tenant-band:{space.Band}}}", "text/css");
    }
}
