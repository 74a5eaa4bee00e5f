using DgccAssess.Core.Files;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace DgccAssess.Core.Features.Results.Tables;

/// <summary>Writes a table as a file, row by row. What begins like a formula stays text: in a workbook by the cell's type, in CSV by an apostrophe before it.</summary>
public static class TableFile
{
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly OpenXmlConfiguration Plain = new() { AutoFilter = false, FastMode = true, TableStyles = TableStyles.None };

    /// <param name="tables">A sheet each; read once.</param>
    /// <param name="file">Seekable: the workbook's size is written at its beginning in the end.</param>
    /// <param name="ct">Ends the writing.</param>
    public static Task WriteXlsxAsync(IReadOnlyList<RoundTable> tables, FileStream file, CancellationToken ct) =>
        // The library writes while it asks for rows, and asks synchronously.
        Task.Run(() => file.SaveAs(tables.ToDictionary(table => Sheet(table.Name), object (table) => Rows(table, ct), StringComparer.Ordinal), excelType: ExcelType.XLSX, configuration: Plain), ct);

    /// <param name="table">Read once.</param>
    /// <param name="stream">Left open.</param>
    /// <param name="mark">As in <see cref="Csv.Open"/>.</param>
    /// <param name="ct">Ends the writing.</param>
    public static async Task WriteCsvAsync(RoundTable table, Stream stream, bool mark, CancellationToken ct)
    {
        await using var csv = Csv.Open(stream, mark);
        foreach (var column in table.Columns) csv.WriteField(column);
        await csv.NextRecordAsync();
        await foreach (var row in table.Rows.WithCancellation(ct))
        {
            foreach (var cell in row) csv.WriteField(Csv.Text(cell));
            await csv.NextRecordAsync();
        }
    }

    private static IEnumerable<Dictionary<string, object?>> Rows(RoundTable table, CancellationToken ct)
    {
        var any = false;
        foreach (var row in table.Rows.ToBlockingEnumerable(ct))
        {
            any = true;
            yield return Cells(table.Columns, row);
        }

        // The head comes from the first row: without one there is an empty row beneath it.
        if (!any) yield return Cells(table.Columns, new object?[table.Columns.Count]);
    }

    private static Dictionary<string, object?> Cells(IReadOnlyList<string> columns, object?[] row)
    {
        var cells = new Dictionary<string, object?>(columns.Count, StringComparer.Ordinal);
        // One word for one thing, whatever the file.
        for (var i = 0; i < row.Length; i++) cells.Add(columns[i], row[i] is Enum word ? Csv.Text(word) : row[i]);
        return cells;
    }

    // At most 31 letters, says the format.
    private static string Sheet(string name) => name.Length <= 31 ? name : name[..31];
}
