using DgccAssess.Core.Features.Papers.National;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Papers;

/// <summary>The national report of a round as PDF; before its publication a draft.</summary>
[Authorize(Policy = Policies.ReadRounds)]
public sealed class NationalReportModel(PrintNationalReport print, PaperQuery query) : PageModel
{
    [BindProperty(Name = "language", SupportsGet = true)]
    public string? Language { get; set; }

    [BindProperty(Name = "standard", SupportsGet = true)]
    public string? Standard { get; set; }

    public async Task<IActionResult> OnGetAsync(string round, CancellationToken ct)
    {
        if (query.Read(this, Language, Standard) is not var (language, standard)) return this.InvalidPage();
        if (await print.FindAsync(round, ct) is not { } stored) return NotFound();
        return await query.AnswerAsync(this, () => print.HandleAsync(stored, language, standard, ct), $"national-{round}-{language}-{(standard is ReportVariant.Accessible ? "ua1" : "a2a")}");
    }
}
