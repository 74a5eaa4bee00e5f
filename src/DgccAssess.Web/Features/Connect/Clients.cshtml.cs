using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Connect;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Connect;

/// <summary>Programs registered with the space, the latest first; revoked ones last.</summary>
[Authorize(Policy = Policies.ManageClients)]
public sealed class ClientsModel(SpaceDbContext db) : PageModel
{
    public const int PageSize = 50;

    public sealed record Row(Guid Id, string Name, ApiClientKind Kind, IReadOnlyList<string> Scopes, DateTime? LastUsedAt, DateTime? RevokedAt);

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Current { get; private set; } = 1;
    public int Pages { get; private set; } = 1;

    public async Task<IActionResult> OnGetAsync([FromQuery] int page = 1, CancellationToken ct = default)
    {
        if (!ModelState.IsValid || page < 1) return BadRequest();
        Pages = Math.Max(1, (await db.ApiClients.CountAsync(ct) + PageSize - 1) / PageSize);
        Current = Math.Min(page, Pages);
        Rows = await db.ApiClients.OrderBy(c => c.RevokedAt != null).ThenByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id)
            .Skip((Current - 1) * PageSize).Take(PageSize)
            .Select(c => new Row(c.Id, c.DisplayName!, c.Kind, c.Scopes, c.LastUsedAt, c.RevokedAt)).ToListAsync(ct);
        return Page();
    }
}
