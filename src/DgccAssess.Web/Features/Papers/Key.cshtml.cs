using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DgccAssess.Core.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Papers;

/// <summary>The public keys that signed results of the space, newest first, as PEM with each key's name before it.</summary>
[AllowAnonymous]
[PublicLookup]
public sealed class KeyModel(TenantDbContext db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var keys = await db.ResultKeys.AsNoTracking().OrderByDescending(k => k.Number).Select(k => new { k.Id, k.PublicKey, k.CreatedAt }).ToListAsync(ct);
        var text = new StringBuilder();
        foreach (var key in keys)
        {
            text.Append(CultureInfo.InvariantCulture, $"# {key.Id} since {key.CreatedAt:yyyy-MM-dd}\n").Append(PemEncoding.WriteString("PUBLIC KEY", key.PublicKey)).Append('\n');
        }

        return Content(text.ToString(), "text/plain; charset=utf-8");
    }
}
