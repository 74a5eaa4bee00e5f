using DgccAssess.Core.Features.Cooperation;
using DgccAssess.Core.Features.Results.Tables;
using DgccAssess.Web.Features.Results;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Cooperation;

/// <summary>What the portfolio shows, as a file: a row per line of a budget, so that every amount stands beside its own currency and years.</summary>
[Authorize(Policy = Policies.ReadCountries)]
public sealed class PortfolioFileModel(ReadCooperation read) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public PortfolioFilter Filter { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string format, CancellationToken ct)
    {
        if (format is not ("csv" or "xlsx")) return NotFound();
        var table = RegisterTable.Of(Filter.Of((await read.AllAsync(ct)).Projects));
        return format == "csv" ? await this.CsvAsync(table, mark: true, ct) : await table.WorkbookAsync(ct);
    }
}
