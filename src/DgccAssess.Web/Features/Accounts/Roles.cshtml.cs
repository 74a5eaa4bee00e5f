using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Accounts;

/// <summary>The roles of the space: what each holds, and how many people have it.</summary>
[Authorize(Policy = Policies.ReadRoles)]
public sealed class RolesModel(SpaceDbContext db, RoleNames names, ActorContext actor) : PageModel
{
    public sealed record Row(string Name, string Text, IReadOnlyList<string> Permissions, int People);

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool MayChange => actor.Current.Can(Permissions.RolesManage);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var roles = await db.Roles.Select(r => new { r.Id, r.Name, r.Title, People = db.UserRoles.Count(m => m.RoleId == r.Id) }).ToListAsync(ct);
        var held = (await db.RoleClaims.Where(c => c.ClaimType == SpaceClaims.Permission).Select(c => new { c.RoleId, c.ClaimValue }).ToListAsync(ct)).ToLookup(c => c.RoleId, c => c.ClaimValue!);
        Rows = [.. roles.Select(r => new Row(r.Name!, names.Of(r.Name!, r.Title), [.. held[r.Id].Order(StringComparer.Ordinal)], r.People)).OrderBy(r => r.Text, StringComparer.CurrentCulture)];
    }
}
