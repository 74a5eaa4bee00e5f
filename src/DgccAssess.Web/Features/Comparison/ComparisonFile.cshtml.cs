using DgccAssess.Core.Features.Comparison;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Web.Features.Results;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Comparison;

/// <summary>The comparison for spreadsheets: the same rows in every language, and nothing the page does not show.</summary>
[Authorize(Policy = Policies.ReadCountries)]
public sealed class ComparisonFileModel(ReadComparison read, NoteAccess access) : ComparisonPageModel(read, access)
{
    /// <summary>1: the file begins with the mark by which spreadsheets know UTF-8.</summary>
    [BindProperty(Name = "bom", SupportsGet = true)]
    public string? Bom { get; set; }

    public async Task<IActionResult> OnGetAsync(string format, CancellationToken ct)
    {
        if (format is not ("csv" or "xlsx")) return NotFound();
        if (Bom is not (null or "0" or "1") || !await LoadAsync(AccessKind.Exported, $"comparison.{format}", ct)) return BadRequest();
        var table = ComparisonTable.Of(View.Comparison);
        return format == "csv" ? await this.CsvAsync(table, Bom == "1", ct) : await table.WorkbookAsync(ct);
    }
}
