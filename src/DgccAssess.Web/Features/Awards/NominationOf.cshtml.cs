using DgccAssess.Core.Features.Awards.Nominations;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Awards;

/// <summary>A nomination to read: for its agency, the office and its jurors.</summary>
[Authorize(Policy = Policies.ReadNominations)]
[AwardRoundPage]
public sealed class NominationOfModel(OpenNomination open) : AwardRoundPageModel
{
    public ReadNomination Nomination { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string agency, CancellationToken ct)
    {
        if (await open.HandleAsync(AwardRound, agency, ct) is not { } nomination) return NotFound();
        Nomination = nomination;
        return Page();
    }
}
