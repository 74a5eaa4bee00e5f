using DgccAssess.Core.Files.Yaml;
using DgccAssess.Scoring.Disclosure;

namespace DgccAssess.Core.Features.Disclosure;

/// <summary>Reads a table as <see cref="DisclosureJson"/> writes it.</summary>
internal static class PublishedTableReader
{
    public static PublishedTable Read(YamlReader json)
    {
        var name = json.Optional("name") is null ? null : json.Text("name");
        var counts = json.List("counts").Select(row => Counts(json, row, "counts")).ToList();
        var (rows, columns) = (Margin("rowTotals"), Margin("columnTotals"));
        var total = json.Required("total") is { } node ? Count(json, node, "total") : null;
        json.RefuseOtherKeys();
        return new PublishedTable(name, counts, rows, columns, total);

        IReadOnlyList<long?> Margin(string key) => json.Required(key) is { } margin ? Counts(json, margin, key) : [];
    }

    private static IReadOnlyList<long?> Counts(YamlReader json, YamlNode node, string what) => [.. json.ListOf(node, what).Select(count => Count(json, count, what))];

    private static long? Count(YamlReader json, YamlNode node, string what) =>
        node is YamlScalar { Plain: true, Value: "null" } ? null : CountTableReader.Count(json, node, $"previous/{what}", sum: true);
}
