using System.Net.Mime;
using System.Text;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Sharing.Payload;
using DgccAssess.Web.Features.Results;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Countries;

/// <summary>The version in force of a round as a file: the payload itself, or its figures as a table. Noted as exported.</summary>
[Authorize(Policy = Policies.ReadCountries)]
public sealed class FiguresModel(ReadShared read, NoteAccess note) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string partner, string round, string format, CancellationToken ct)
    {
        if (format is not ("xlsx" or "csv" or "json")) return NotFound();
        if ((await read.InForceAsync(partner, ct)).FirstOrDefault(r => r.Round == round) is not { Payload: { } payload } shared) return NotFound();
        await note.HandleAsync([shared], AccessKind.Exported, $"figures.{format}", ct);
        Response.Headers.CacheControl = "no-store";
        return format switch
        {
            "json" => File(Encoding.UTF8.GetBytes(SharedJson.Write(payload)), MediaTypeNames.Application.Json, $"{partner}-{round}-v{shared.Number}.json"),
            "csv" => await this.CsvAsync(SharedTable.Of(shared), mark: true, ct),
            _ => await SharedTable.Of(shared).WorkbookAsync(ct),
        };
    }
}
