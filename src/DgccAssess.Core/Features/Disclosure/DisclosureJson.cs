using DgccAssess.Scoring.Disclosure;
using static DgccAssess.Core.Files.CanonicalText;

namespace DgccAssess.Core.Features.Disclosure;

/// <summary>Tables as they may be published; null is hidden. Scripts depend on the form.</summary>
public static class DisclosureJson
{
    public static string Write(IReadOnlyList<PublishedTable> tables, bool isOne) => isOne ? Of(tables[0] with { Name = null }) : Group(("tables", List(tables, Of)));

    private static string Of(PublishedTable table) => table.Name is { } name
        ? Group(("name", Text(name)), ("counts", Counts(table)), ("rowTotals", Line(table.RowTotals)), ("columnTotals", Line(table.ColumnTotals)), ("total", Count(table.Total)))
        : Group(("counts", Counts(table)), ("rowTotals", Line(table.RowTotals)), ("columnTotals", Line(table.ColumnTotals)), ("total", Count(table.Total)));

    private static string Counts(PublishedTable table) => List(table.Counts, Line);

    private static string Line(IReadOnlyList<long?> counts) => List(counts, Count);

    private static string Count(long? count) => count is { } shown ? Number(shown) : "null";
}
