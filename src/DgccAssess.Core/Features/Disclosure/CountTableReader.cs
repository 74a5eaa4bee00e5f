using System.Globalization;
using DgccAssess.Core.Files.Yaml;
using DgccAssess.Scoring.Disclosure;

namespace DgccAssess.Core.Features.Disclosure;

/// <summary>Reads one table of counts.</summary>
internal sealed class CountTableReader(YamlReader json)
{
    private const int MostLetters = 200;

    public YamlReader Json => json;

    public CountTable Read()
    {
        var (rows, columns) = (Labels("rows"), Labels("columns"));
        var counts = json.List("counts").Select((row, i) => json.ListOf(row, $"counts[{i}]").Select(node => Count(json, node, $"counts[{i}]") ?? 0).ToList()).ToList();
        for (var i = 0; i < counts.Count; i++)
            if (columns.Count > 0 && counts[i].Count != columns.Count) Problem("counts", $"'counts[{i}]' has {counts[i].Count} counts for {columns.Count} columns.", "Write one per column.");
        if (rows.Count > 0 && counts.Count != rows.Count) Problem("counts", $"'counts' has {counts.Count} lists for {rows.Count} rows.", "Write one per row.");
        var fits = counts.Count == rows.Count && counts.TrueForAll(row => row.Count == columns.Count);
        Margin("rowTotals", rows.Count, i => fits ? counts[i].Sum() : null);
        Margin("columnTotals", columns.Count, j => fits ? counts.Sum(row => row[j]) : null);
        if (json.Optional("total") is { } total && Count(json, total, "total", sum: true) is { } given && fits && given != counts.Sum(row => row.Sum()))
            Problem("total", $"'total' is {given}; the counts add up to {counts.Sum(row => row.Sum())}.", "Correct the counts, or leave the margin out.");
        return new CountTable
        {
            Name = Text("name"),
            RowDimension = Text("rowDimension"),
            ColumnDimension = Text("columnDimension"),
            Population = Text("population"),
            SubsetOf = Text("subsetOf"),
            Rows = rows,
            Columns = columns,
            Counts = counts,
        };
    }

    public void RefuseOtherKeys() => json.RefuseOtherKeys();

    /// <summary>A whole number of agencies; null after saying why not.</summary>
    public static long? Count(YamlReader json, YamlNode node, string what, bool sum = false)
    {
        var most = sum ? CountTable.MostCount * CountTableCheck.MostCells : CountTable.MostCount;
        if (node is YamlScalar { Plain: true } scalar && long.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= most) return count;
        var found = node is YamlScalar { Value.Length: > 0 } text ? $"{node.Kind} ({YamlReader.Shorten(text.Value)})" : node.Kind;
        json.Log.Add(json.File, node.At, $"A count of '{what}' must be a whole number of agencies, not {found}.", string.Create(CultureInfo.InvariantCulture, $"Write a number from 0 to {most}, without quotes."));
        return null;
    }

    private void Margin(string key, int length, Func<int, long?> sum)
    {
        if (json.Optional(key) is not { } node) return;
        var given = json.ListOf(node, key);
        if (given.Count != length) Problem(key, $"'{key}' has {given.Count} counts for {length}.", "Write one for each, or leave the margin out.");
        for (var i = 0; i < Math.Min(given.Count, length); i++)
            if (Count(json, given[i], key, sum: true) is { } margin && sum(i) is { } right && margin != right)
                json.Log.Add(json.File, given[i].At, $"'{key}[{i}]' is {margin}; the counts add up to {right}.", "Correct the counts, or leave the margin out.");
    }

    private List<string> Labels(string key)
    {
        var labels = new List<string>();
        foreach (var node in json.List(key))
        {
            // Years are labels too.
            var label = node is YamlScalar { Plain: true } scalar && YamlTypes.Number(scalar) is not null ? scalar.Value : json.TextOf(node, key) ?? $"?{labels.Count}";
            if (label.Length > MostLetters) json.Log.Add(json.File, node.At, $"A label of '{key}' is {label.Length} characters long.", $"Write at most {MostLetters}.");
            labels.Add(label);
        }

        return labels;
    }

    private string? Text(string key)
    {
        var text = json.Optional(key) is null or YamlScalar { Plain: true, Value: "null" } ? null : json.Text(key);
        if (text?.Length > MostLetters) Problem(key, $"'{key}' is {text.Length} characters long.", $"Write at most {MostLetters}.");
        return text;
    }

    private void Problem(string key, string message, string whatToDo) => json.Log.Add(json.File, json.PositionOf(key), message, whatToDo);
}
