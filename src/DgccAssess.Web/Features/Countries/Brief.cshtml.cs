using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Countries.Brief;
using DgccAssess.Web.Features.Papers;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Countries;

/// <summary>The country on one page as PDF, in Korean, English or the partner's language. Noted as exported for every round it shows.</summary>
[Authorize(Policy = Policies.ReadCountries)]
public sealed class BriefModel(ReadShared read, PrintBrief print, NoteAccess note, PaperQuery query) : PageModel
{
    [BindProperty(Name = "language", SupportsGet = true)]
    public string? Language { get; set; }

    public async Task<IActionResult> OnGetAsync(string partner, CancellationToken ct)
    {
        if (await read.PartnerAsync(partner, ct) is not { } found || await print.RoundsAsync(partner, ct) is not { Count: > 0 } shown) return NotFound();
        if (query.ReadLanguage(this, Language ?? "en", BriefLanguages.Of(found)) is not { } language) return this.InvalidPage();
        await note.HandleAsync(shown, AccessKind.Exported, "brief.pdf", ct);
        var answer = await query.AnswerAsync(this, () => print.HandleAsync(found, shown, language, ct), $"brief-{partner}-{language}");
        Response.Headers.CacheControl = "no-store";
        return answer;
    }
}
