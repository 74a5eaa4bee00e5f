using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.About;

/// <summary>The space's picture. Its address names its content, so that it is kept for good.</summary>
[AllowAnonymous]
[WhileSuspended]
public sealed class LogoModel(SpaceDbContext db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string sha256, CancellationToken ct)
    {
        var picture = await db.SpacePictures.AsNoTracking().FirstOrDefaultAsync(p => p.Name == SpacePicture.Logo && p.Sha256 == sha256, ct);
        if (picture is null) return NotFound();

        // Opened on its own, a picture is a page: nothing in it may run or fetch.
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return File(picture.Content, picture.MediaType);
    }
}
