using DgccAssess.Core.Features.Countries;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Countries;

/// <summary>A version of a round as the partner shared it: the same look as the partner's own preview.</summary>
[Authorize(Policy = Policies.ReadCountries)]
public sealed class RoundModel(ReadShared read, NoteAccess note) : PageModel
{
    public SharingPartner Partner { get; private set; } = null!;
    public SharedRound Round { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string partner, string round, int? version, CancellationToken ct)
    {
        if (await read.PartnerAsync(partner, ct) is not { } found) return NotFound();
        var shared = version is { } number
            ? await read.VersionAsync(partner, round, number, ct)
            : (await read.InForceAsync(partner, ct)).FirstOrDefault(r => r.Round == round);
        if (shared is null) return NotFound();
        (Partner, Round) = (found, shared);
        await note.HandleAsync([shared], AccessKind.Seen, "round", ct);
        return Page();
    }
}
