using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Objections;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Objections;

/// <summary>All objections of a round: what is open first, what is late marked.</summary>
[Authorize(Policy = Policies.ReadRounds)]
public sealed class ObjectionsModel(TenantDbContext db, ListObjections list, TimeProvider clock) : PageModel
{
    [BindProperty(Name = "round", SupportsGet = true)]
    public string Round { get; set; } = "";

    public int ObjectionDays { get; private set; }
    public int AnswerDays { get; private set; }
    public IReadOnlyList<RoundObjection> Rows { get; private set; } = [];
    public ObjectionCounts Counts { get; private set; } = new(0, 0, 0);
    public DateTime Now => clock.UtcNow;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.Rounds.Where(r => r.Code == Round).Select(r => new { r.Id, r.ObjectionDays, r.AnswerDays }).FirstOrDefaultAsync(ct) is not { } round) return NotFound();
        (ObjectionDays, AnswerDays) = (round.ObjectionDays, round.AnswerDays);
        Rows = await list.HandleAsync(round.Id, ct);
        Counts = await list.CountAsync(Round, ct);
        return Page();
    }
}
