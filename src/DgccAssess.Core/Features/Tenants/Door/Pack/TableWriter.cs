using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DgccAssess.Core.Features.Tenants.Door.Pack;

/// <summary>A table as CSV for people and as JSON Lines for programs. Instants are UTC to the microsecond, the finest every database keeps.</summary>
internal static class TableWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>A spreadsheet takes a cell that begins so for a formula.</summary>
    private const string Formula = "=+-@\t\r";

    public static async Task<long> WriteCsvAsync(Stream target, PackTable table, IAsyncEnumerable<object?[]> rows, CancellationToken ct)
    {
        await using var text = new StreamWriter(target, Encoding.UTF8, leaveOpen: true);
        await text.WriteAsync(string.Join(',', table.Columns.Select(c => Words(c.Name))) + "\r\n");
        long count = 0;
        await foreach (var row in rows.WithCancellation(ct))
        {
            await text.WriteAsync(string.Join(',', row.Select(Cell)) + "\r\n");
            count++;
        }

        return count;
    }

    public static async Task WriteLinesAsync(Stream target, PackTable table, IAsyncEnumerable<object?[]> rows, CancellationToken ct)
    {
        var names = table.Columns.Select(c => Words(c.Name)).ToArray();
        await using var text = new StreamWriter(target, Utf8, leaveOpen: true);
        await foreach (var row in rows.WithCancellation(ct))
        {
            var line = names.Select((name, at) => KeyValuePair.Create(name, Plain(row[at]))).ToDictionary(StringComparer.Ordinal);
            await text.WriteAsync((JsonSerializer.Serialize(line, PackJson.Options) + "\n").AsMemory(), ct);
        }
    }

    /// <summary>AddedByName: added_by_name.</summary>
    public static string Words(string name) => string.Concat(name.Select((c, at) => char.IsAsciiLetterUpper(c) ? (at > 0 ? "_" : "") + char.ToLowerInvariant(c) : $"{c}"));

    private static string Cell(object? value)
    {
        var text = Plain(value) switch
        {
            null => "",
            bool flag => flag ? "true" : "false",
            string s => s.Length > 0 && Formula.Contains(s[0]) ? "'" + s : s,
            var number => Convert.ToString(number, CultureInfo.InvariantCulture)!,
        };
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static object? Plain(object? value) => value switch
    {
        DateTime at => at.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Guid id => id.ToString(),
        byte[] bytes => Convert.ToBase64String(bytes),
        _ => value,
    };
}
