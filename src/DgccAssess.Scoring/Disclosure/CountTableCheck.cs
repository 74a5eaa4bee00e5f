namespace DgccAssess.Scoring.Disclosure;

/// <summary>One fault of a table.</summary>
/// <param name="Table">Its number, from 0.</param>
/// <param name="Field">The field's name in a file.</param>
/// <param name="Code">One of <see cref="DisclosureProblemCodes"/>.</param>
public sealed record DisclosureProblem(int Table, string Field, string Code);

/// <summary>Message keys of <see cref="DisclosureProblem"/>.</summary>
public static class DisclosureProblemCodes
{
    /// <summary>Without a row or a column.</summary>
    public const string Empty = "empty";

    /// <summary>More rows, columns or tables, or more cells in all, than are checked.</summary>
    public const string TooLarge = "too-large";

    /// <summary>Another number of counts than there are labels.</summary>
    public const string Shape = "shape";

    public const string LabelDuplicate = "label-duplicate";

    /// <summary>Below 0 or above <see cref="CountTable.MostCount"/>.</summary>
    public const string OutOfRange = "out-of-range";

    public const string NameDuplicate = "name-duplicate";

    /// <summary>No table of that name, or the table itself.</summary>
    public const string SubsetUnknown = "subset-unknown";

    /// <summary>It counts more somewhere than the table it is part of.</summary>
    public const string SubsetLarger = "subset-larger";

    /// <summary>An earlier publication has another number of rows or columns.</summary>
    public const string PreviousShape = "previous-shape";

    /// <summary>Tables cross more things in a circle than can be checked.</summary>
    public const string Circle = "circle";
}

/// <summary>Structural validation of tables.</summary>
public static class CountTableCheck
{
    public const int MostTables = 200;
    public const int MostLabels = 500;
    public const int MostCells = 20_000;

    /// <summary>Finds every fault in reading order; empty when there is none.</summary>
    public static IReadOnlyList<DisclosureProblem> Check(IReadOnlyList<CountTable> tables) =>
        Structure(tables) is { Count: > 0 } problems ? problems : TableLinks.Model(tables, new DisclosureRule()).Problems;

    /// <summary>The same but for what tables say of each other.</summary>
    internal static IReadOnlyList<DisclosureProblem> Structure(IReadOnlyList<CountTable> tables)
    {
        var problems = new List<DisclosureProblem>();
        if (tables.Count > MostTables || tables.Sum(table => (long)table.Rows.Count * table.Columns.Count) > MostCells) return [new(0, "tables", DisclosureProblemCodes.TooLarge)];
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var t = 0; t < tables.Count; t++)
        {
            var table = tables[t];
            Labels(t, "rows", table.Rows);
            Labels(t, "columns", table.Columns);
            if (table.Counts.Count != table.Rows.Count || table.Counts.Any(row => row.Count != table.Columns.Count)) problems.Add(new(t, "counts", DisclosureProblemCodes.Shape));
            else if (table.Counts.Any(row => row.Any(count => count is < 0 or > CountTable.MostCount))) problems.Add(new(t, "counts", DisclosureProblemCodes.OutOfRange));
            if (table.Name is { } name && !names.Add(name)) problems.Add(new(t, "name", DisclosureProblemCodes.NameDuplicate));
            if (table.SubsetOf is { } whole && (whole == table.Name || !tables.Any(other => string.Equals(other.Name, whole, StringComparison.Ordinal))))
                problems.Add(new(t, "subsetOf", DisclosureProblemCodes.SubsetUnknown));
            if (!table.Previous.All(previous => Fits(previous, table))) problems.Add(new(t, "previous", DisclosureProblemCodes.PreviousShape));
        }

        return problems;

        void Labels(int t, string field, IReadOnlyList<string> labels)
        {
            if (labels.Count == 0) problems.Add(new(t, field, DisclosureProblemCodes.Empty));
            else if (labels.Count > MostLabels) problems.Add(new(t, field, DisclosureProblemCodes.TooLarge));
            else if (labels.Distinct(StringComparer.Ordinal).Count() < labels.Count) problems.Add(new(t, field, DisclosureProblemCodes.LabelDuplicate));
        }
    }

    /// <summary>Whether an earlier publication has the shape of the table.</summary>
    public static bool Fits(PublishedTable previous, CountTable table) =>
        previous.RowTotals.Count == table.Rows.Count && previous.ColumnTotals.Count == table.Columns.Count
        && previous.Counts.Count == table.Rows.Count && previous.Counts.All(row => row.Count == table.Columns.Count);
}
