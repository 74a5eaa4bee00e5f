using System.Globalization;
using DgccAssess.Core.Features.National;
using DgccAssess.Core.Features.Papers.National;
using DgccAssess.Core.Press;
using DgccAssess.Web.Features.Papers;
using DgccAssess.Web.Features.Results;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.National;

/// <summary>The national report of a round as everybody may see it, as PDF.</summary>
[AllowAnonymous]
public sealed class PublicReportModel(PublicResults results, ReadInstrument instruments, TimeProvider clock, PrintNationalReport print, PaperQuery query, ILogger<PublicReportModel> logger)
    : PublicPageModel(results, instruments, clock)
{
    [BindProperty(Name = "language", SupportsGet = true)]
    public string? Language { get; set; }

    [BindProperty(Name = "standard", SupportsGet = true)]
    public string? Standard { get; set; }

    public async Task<IActionResult> OnGetAsync(string round, CancellationToken ct)
    {
        if (query.Read(this, Language, Standard) is not var (language, standard)) return this.InvalidPage();
        if (await FindAsync(round, ct) is { } instead) return instead;
        try
        {
            var file = await print.OpenAsync(View.Document, Published.Hash, language, standard, ct);
            return File(file.Content, "application/pdf", string.Create(CultureInfo.InvariantCulture, $"results-{round}-v{View.Document.Number}-{language}.pdf"));
        }
        catch (PressException problem)
        {
            logger.LogError(problem, "The public report of round {Round} could not be set", round);
            Response.Headers.CacheControl = "no-store";
            return this.PressUnavailable();
        }
    }
}
