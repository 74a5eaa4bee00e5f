using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing.Practices;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Sharing;

/// <summary>What agencies did, as it is proposed for a round, and what they said to it.</summary>
[Authorize(Policy = Policies.ReadSharing)]
public sealed class PracticesModel(TenantDbContext db, FindPractice find, ActorContext actor) : PageModel
{
    public string Round { get; private set; } = "";
    public IReadOnlyList<FoundPractice> Rows { get; private set; } = [];
    public bool MayDecide => actor.Current.Can(Permissions.SharingDecide);

    public async Task<IActionResult> OnGetAsync(string round, CancellationToken ct)
    {
        if (!await db.Rounds.AnyAsync(r => r.Code == round, ct)) return NotFound();
        (Round, Rows) = (round, await find.OfRoundAsync(round, ct));
        return Page();
    }
}
