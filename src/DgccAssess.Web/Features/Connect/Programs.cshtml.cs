using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Connect;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace DgccAssess.Web.Features.Connect;

/// <summary>Programs the person allowed to act for them, and the way to end it.</summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class ProgramsModel(SpaceDbContext db, AllowClient allow, ActorContext actor, Links links) : PageModel
{
    public sealed record Row(Guid ClientId, string Name, DateTime? Since);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var subject = actor.Current.Id.ToString();
        Rows = await db.Set<ApiGrant>()
            .Where(g => g.Subject == subject && g.Status == Statuses.Valid && g.Type == AuthorizationTypes.Permanent)
            .GroupBy(g => new { g.Application!.Id, g.Application.DisplayName })
            .Select(g => new { g.Key.Id, g.Key.DisplayName, Since = g.Min(x => x.CreationDate) })
            .OrderBy(g => g.DisplayName).ThenBy(g => g.Id)
            .Select(g => new Row(g.Id, g.DisplayName!, g.Since)).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid client, CancellationToken ct)
    {
        await allow.WithdrawAsync(client, ct);
        return LocalRedirect(links.Programs());
    }
}
