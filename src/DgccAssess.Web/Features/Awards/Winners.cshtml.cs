using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Awards;

/// <summary>The winners, for everybody. Until the reveal there is no such page, and no answer says otherwise.</summary>
[AllowAnonymous]
public sealed class WinnersModel(ReadSealedAward read) : PageModel
{
    public StoredAward Stored { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string awardRound, CancellationToken ct)
    {
        if (await read.PublicAsync(awardRound, ct) is not { } stored) return NotFound();
        Stored = stored;
        this.AllowCaching();
        return Page();
    }
}
