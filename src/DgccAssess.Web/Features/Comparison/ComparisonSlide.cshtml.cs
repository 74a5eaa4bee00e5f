using DgccAssess.Core.Features.Comparison;
using DgccAssess.Core.Features.Comparison.Report;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Web.Features.Papers;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Comparison;

/// <summary>One theme or one question as a picture for slides, with all that its figures must never be without. Noted as exported.</summary>
[Authorize(Policy = Policies.ReadCountries)]
public sealed class ComparisonSlideModel(ReadComparison read, NoteAccess access, PrintComparison print, PaperQuery query) : ComparisonPageModel(read, access)
{
    [BindProperty(Name = "language", SupportsGet = true)]
    public string? Language { get; set; }

    /// <summary>Code of a theme of the core.</summary>
    [BindProperty(Name = "theme", SupportsGet = true)]
    public string? Theme { get; set; }

    /// <summary>Code of one question; goes before a theme.</summary>
    [BindProperty(Name = "question", SupportsGet = true)]
    public string? Question { get; set; }

    public async Task<IActionResult> OnGetAsync(string format, CancellationToken ct)
    {
        if (format is not "png") return NotFound();
        if (!await ReadAsync(ct)) return BadRequest();
        if (!View.HasReport) return NotFound();
        if (query.ReadLanguage(this, Language ?? "en", View.Languages) is not { } language) return this.InvalidPage();
        if ((await print.DocumentAsync(View.Comparison, [], View.Group, language, ct))?.Only(Theme, Question) is not { } document) return NotFound();
        await NoteAsync(View.Compared.Select(c => c.Latest!), AccessKind.Exported, "comparison.png", ct);
        var answer = await query.PictureAsync(this, () => print.DrawAsync(document, ct), $"comparison-{Question ?? Theme}-{language}");
        Response.Headers.CacheControl = "no-store";
        return answer;
    }
}
