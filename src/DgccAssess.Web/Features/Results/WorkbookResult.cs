using DgccAssess.Core.Features.Results.Tables;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Results;

internal static class WorkbookResult
{
    /// <summary>A table as a workbook. On disk first: it is a zip whose parts must be known before it ends, and memory stays what it is.</summary>
    public static async Task<IActionResult> WorkbookAsync(this RoundTable table, CancellationToken ct)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            await TableFile.WriteXlsxAsync(table, file, ct);
            file.Position = 0;
            return new FileStreamResult(file, TableFile.Workbook) { FileDownloadName = $"{table.Name}.xlsx" };
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
