using System.Globalization;
using DgccAssess.Core.Features.Results.Tables;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Results;

/// <summary>A table of a round's published results as a file, written while it is read.</summary>
[Authorize(Policy = Policies.ReadRounds)]
public sealed class RoundFileModel(ReadRoundTable read) : PageModel
{
    [FromRoute]
    public string Round { get; init; } = "";

    [FromRoute]
    public string Table { get; init; } = "";

    /// <summary>xlsx, which it is where nothing is said, or csv.</summary>
    [BindProperty(Name = "format", SupportsGet = true)]
    public string? Format { get; set; }

    /// <summary>0: CSV without the mark of UTF-8.</summary>
    [BindProperty(Name = "bom", SupportsGet = true)]
    public string? Bom { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Format is not (null or "xlsx" or "csv") || Bom is not (null or "0" or "1")) return BadRequest();
        if (RoundFilesModel.Tables.Where(t => t.Table == Table).Select(t => (RoundTableKind?)t.Kind).FirstOrDefault() is not { } kind) return NotFound();
        if (await read.HandleAsync(Round, kind, CultureInfo.CurrentUICulture.Name, ct) is not { } table) return NotFound();

        Response.Headers.CacheControl = "no-store";
        return Format == "csv" ? await this.CsvAsync(table, mark: Bom != "0", ct) : await table.WorkbookAsync(ct);
    }
}
