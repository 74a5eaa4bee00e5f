using DgccAssess.Core.Features.Results.Tables;
using DgccAssess.Core.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Results;

internal static class TableResults
{
    /// <summary>A table as CSV, written while it is read.</summary>
    /// <param name="page">That answers.</param>
    /// <param name="table">Read once.</param>
    /// <param name="mark">Begin with the mark by which spreadsheets know UTF-8.</param>
    /// <param name="ct">Ends the writing.</param>
    public static async Task<IActionResult> CsvAsync(this PageModel page, RoundTable table, bool mark, CancellationToken ct)
    {
        page.Response.ContentType = Csv.ContentType + "; charset=utf-8";
        page.Response.Headers.ContentDisposition = $"attachment; filename=\"{table.Name}.csv\"";
        await TableFile.WriteCsvAsync(table, page.Response.Body, mark, ct);
        return new EmptyResult();
    }

    /// <summary>A table as a workbook.</summary>
    public static Task<IActionResult> WorkbookAsync(this RoundTable table, CancellationToken ct) => WorkbookAsync([table], ct);

    /// <summary>Tables as the sheets of a workbook named after the first. On disk first: it is a zip whose parts must be known before it ends, and memory stays what it is.</summary>
    public static async Task<IActionResult> WorkbookAsync(this IReadOnlyList<RoundTable> tables, CancellationToken ct)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            await TableFile.WriteXlsxAsync(tables, file, ct);
            file.Position = 0;
            return new FileStreamResult(file, TableFile.Workbook) { FileDownloadName = $"{tables[0].Name}.xlsx" };
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
