using DgccAssess.Core.Features.Comparison;
using DgccAssess.Core.Features.Comparison.Report;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Web.Features.Papers;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Comparison;

/// <summary>The comparison as PDF, in Korean, English or a language of the chosen countries. Noted as exported for every round and every text in it.</summary>
[Authorize(Policy = Policies.ReadCountries)]
public sealed class ComparisonReportModel(ReadComparison read, ReadPractices practices, NoteAccess access, PrintComparison print, PaperQuery query) : AdvisedPageModel(read, practices, access)
{
    [BindProperty(Name = "language", SupportsGet = true)]
    public string? Language { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await ReadAsync(ct)) return BadRequest();
        if (!View.HasReport) return NotFound();
        if (query.ReadLanguage(this, Language ?? "en", View.Languages) is not { } language) return this.InvalidPage();
        await ReadPracticesAsync(ct);
        if (await print.DocumentAsync(View.Comparison, View.Practices, View.Group, language, ct) is not { } document) return NotFound();
        await NoteAsync(View.Comparison.Chosen.Select(c => c.Latest).OfType<ComparedRound>().Union(CountrySeries.Printed(View.Comparison).Select(s => s.Round)), AccessKind.Exported, "comparison.pdf", ct);
        await NotePracticesAsync(AccessKind.Exported, "practices.pdf", ct);
        var answer = await query.AnswerAsync(this, () => print.PrintAsync(document, ct), $"comparison-{language}");
        Response.Headers.CacheControl = "no-store";
        return answer;
    }
}
