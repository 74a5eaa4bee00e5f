using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace DgccAssess.Web.Infrastructure;

/// <summary>How the product writes CSV wherever it does: UTF-8 with its mark, a header, RFC 4180.</summary>
public static class Csv
{
    public const string ContentType = "text/csv";

    /// <summary>A cell that a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    public static CsvWriter Open(Stream stream) => new(
        new StreamWriter(stream, Encoding.UTF8, leaveOpen: true), new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape });
}

/// <summary>Columns of a table, in order.</summary>
public sealed class CsvTable<T>(params IReadOnlyList<(string Name, Func<T, object?> Value)> columns)
{
    public byte[] Write(IEnumerable<T> rows)
    {
        using var stream = new MemoryStream();
        using (var csv = Csv.Open(stream))
        {
            foreach (var (name, _) in columns) csv.WriteField(name);
            csv.NextRecord();
            foreach (var row in rows)
            {
                foreach (var (_, value) in columns) csv.WriteField(Text(value(row)));
                csv.NextRecord();
            }
        }

        return stream.ToArray();
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateTime at => at.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        Enum word => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(word.ToString()),
        IFormattable figure => figure.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
