using System.Globalization;
using DgccAssess.Scoring.Disclosure;

namespace DgccAssess.Scoring.Tests.Disclosure;

/// <summary>Tables written and read as a person writes them: a line per row, - for what is hidden.</summary>
internal static class Tables
{
    public static CountTable Table(params string[] rows) => Of([.. rows.Select(row => row.Split(' ').Select(count => long.Parse(count, CultureInfo.InvariantCulture)).ToArray())]);

    public static CountTable Of(IReadOnlyList<IReadOnlyList<long>> counts) => new()
    {
        Rows = [.. counts.Select((_, i) => $"r{i}")],
        Columns = [.. counts[0].Select((_, j) => $"c{j}")],
        Counts = counts,
    };

    public static string Text(PublishedTable table) => string.Join('\n',
        table.Counts.Select((row, i) => $"{Line(row)} | {Count(table.RowTotals[i])}").Append($"{Line(table.ColumnTotals)} | {Count(table.Total)}"));

    private static string Line(IEnumerable<long?> counts) => string.Join(' ', counts.Select(Count));

    private static string Count(long? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
