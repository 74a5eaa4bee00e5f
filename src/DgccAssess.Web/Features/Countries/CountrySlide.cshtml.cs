using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Countries.Brief;
using DgccAssess.Web.Features.Papers;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Countries;

/// <summary>The country's distribution and change as a picture for slides. Noted as exported.</summary>
[Authorize(Policy = Policies.ReadCountries)]
public sealed class CountrySlideModel(ReadShared read, PrintBrief print, NoteAccess note, PaperQuery query) : PageModel
{
    [BindProperty(Name = "language", SupportsGet = true)]
    public string? Language { get; set; }

    public async Task<IActionResult> OnGetAsync(string partner, string format, CancellationToken ct)
    {
        if (format is not "png" || await read.PartnerAsync(partner, ct) is not { } found) return NotFound();
        if (PrintBrief.RoundToDraw(await read.InForceAsync(partner, ct)) is not { } round) return NotFound();
        if (query.ReadLanguage(this, Language ?? "en", BriefLanguages.Of(found)) is not { } language) return this.InvalidPage();
        await note.HandleAsync([round], AccessKind.Exported, "country.png", ct);
        var answer = await query.PictureAsync(this, () => print.DrawAsync(found, round, language, ct), $"{partner}-{language}");
        Response.Headers.CacheControl = "no-store";
        return answer;
    }
}
