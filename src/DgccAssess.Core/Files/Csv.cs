using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;

namespace DgccAssess.Core.Files;

/// <summary>How the product writes CSV wherever it does: UTF-8, a header, RFC 4180, figures with the separators of no language.</summary>
public static class Csv
{
    public const string ContentType = "text/csv";

    /// <summary>A cell that a spreadsheet would take for a formula gets an apostrophe before it; a figure below zero is none.</summary>
    /// <param name="stream">Left open.</param>
    /// <param name="mark">The mark of UTF-8 at the beginning, by which spreadsheets know that letters beyond ASCII are meant.</param>
    public static CsvWriter Open(Stream stream, bool mark = true) => new FormulaFreeWriter(
        new StreamWriter(stream, new UTF8Encoding(mark), leaveOpen: true), new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape });

    public static string? Text(object? cell) => cell switch
    {
        null => null,
        DateTime at => at.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        Enum word => JsonNamingPolicy.CamelCase.ConvertName(word.ToString()),
        IFormattable figure => figure.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString(),
    };

    private sealed class FormulaFreeWriter(TextWriter writer, CsvConfiguration configuration) : CsvWriter(writer, configuration)
    {
        private const NumberStyles Figure = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

        protected override string? SanitizeForInjection(string? field) => decimal.TryParse(field, Figure, CultureInfo.InvariantCulture, out _) ? field : base.SanitizeForInjection(field);
    }
}

/// <summary>Columns of a table, in order.</summary>
public sealed class CsvTable<T>(params IReadOnlyList<(string Name, Func<T, object?> Value)> columns)
{
    public byte[] Write(IEnumerable<T> rows, bool mark = true)
    {
        using var stream = new MemoryStream();
        using (var csv = Csv.Open(stream, mark))
        {
            foreach (var (name, _) in columns) csv.WriteField(name);
            csv.NextRecord();
            foreach (var row in rows)
            {
                foreach (var (_, value) in columns) csv.WriteField(Csv.Text(value(row)));
                csv.NextRecord();
            }
        }

        return stream.ToArray();
    }
}
