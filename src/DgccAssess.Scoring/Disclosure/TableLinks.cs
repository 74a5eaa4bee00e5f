namespace DgccAssess.Scoring.Disclosure;

/// <summary>
/// Finds what several tables have in common. In doubt they have it: who knows that two tables count the same agencies may use it, and a link that is not there only hides more.
/// Axes are the same where names do not say otherwise and labels and totals are the same; totals are where they are equal; whole tables are where all is. A table and its filter are kept
/// apart even where they are equal: what is left out is then nobody, which is for zeros to say.
/// </summary>
internal sealed class TableLinks
{
    private readonly CellModel model;
    private readonly List<Axis> axes = [];
    private readonly List<(CountTable Owner, int Quantity)> totals = [];
    private readonly List<Cross> crosses = [];
    private readonly List<CountTable> empty;

    private TableLinks(CellModel model, IReadOnlyList<CountTable> tables) =>
        (this.model, empty) = (model, [.. tables.Where(table => table.Counts.All(row => row.All(count => count == 0)))]);

    public static CellModel Model(IReadOnlyList<CountTable> tables, DisclosureRule rule)
    {
        var links = new TableLinks(new CellModel(rule), tables);
        foreach (var table in tables) links.Add(table);
        TableFilters.Link(tables, links.model);
        JointCells.Add(links.model, links.crosses);
        return links.model;
    }

    private void Add(CountTable table)
    {
        var (height, width) = (table.Rows.Count, table.Columns.Count);
        long[] rowTotals = [.. table.Counts.Select(row => row.Sum())], columnTotals = [.. Enumerable.Range(0, width).Select(j => table.Counts.Sum(row => row[j]))];
        var rows = Find(table, table.RowDimension, table.Rows, rowTotals, except: null);
        var columns = Find(table, table.ColumnDimension, table.Columns, columnTotals, except: rows);
        var total = rows?.Total ?? columns?.Total ?? Total(table, rowTotals.Sum());
        rows ??= NewAxis(table, table.RowDimension, table.Rows, rowTotals, total);
        columns ??= NewAxis(table, table.ColumnDimension, table.Columns, columnTotals, total);

        var places = new int[height + 1, width + 1];
        for (var i = 0; i < height; i++) places[i, width] = rows.Margins[table.Rows[i]];
        for (var j = 0; j < width; j++) places[height, j] = columns.Margins[table.Columns[j]];
        places[height, width] = total;
        Cells(table, rows, columns, places);
        model.Places.Add(places);
    }

    private void Cells(CountTable table, Axis rows, Axis columns, int[,] places)
    {
        var (height, width) = (table.Rows.Count, table.Columns.Count);
        foreach (var (otherRows, otherColumns, cells) in crosses)
        {
            var turned = otherRows == columns && otherColumns == rows;
            if (!turned && (otherRows != rows || otherColumns != columns)) continue;
            int Same(int i, int j) => cells[turned ? (table.Columns[j], table.Rows[i]) : (table.Rows[i], table.Columns[j])];
            if (!All((i, j) => model.Quantities[Same(i, j)].Value == table.Counts[i][j])) continue;
            All((i, j) => (places[i, j] = Same(i, j)) >= 0);
            return;
        }

        var mine = new Dictionary<(string, string), int>();
        All((i, j) => mine.TryAdd((table.Rows[i], table.Columns[j]), places[i, j] = model.Add(table.Counts[i][j], isMargin: false)));
        crosses.Add(new(rows, columns, mine));
        for (var i = 0; i < height; i++) model.Equations.Add(Equation.Of(places[i, width], [.. Enumerable.Range(0, width).Select(j => places[i, j])]));
        for (var j = 0; j < width; j++) model.Equations.Add(Equation.Of(places[height, j], [.. Enumerable.Range(0, height).Select(i => places[i, j])]));

        bool All(Func<int, int, bool> holds) => Enumerable.Range(0, height).All(i => Enumerable.Range(0, width).All(j => holds(i, j)));
    }

    private Axis? Find(CountTable table, string? name, IReadOnlyList<string> labels, long[] values, Axis? except)
    {
        foreach (var axis in axes)
        {
            if (axis == except || axis.Margins.Count != labels.Count || !MayBeSame(axis.Name, name) || !MayShare(axis.Owner, table)) continue;
            var same = true;
            for (var i = 0; same && i < labels.Count; i++) same = axis.Margins.TryGetValue(labels[i], out var margin) && model.Quantities[margin].Value == values[i];
            if (!same) continue;
            axis.Name ??= name;
            return axis;
        }

        return null;
    }

    private Axis NewAxis(CountTable owner, string? name, IReadOnlyList<string> labels, long[] values, int total)
    {
        var margins = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < labels.Count; i++) margins.Add(labels[i], model.Add(values[i], isMargin: true));
        model.Equations.Add(Equation.Of(total, [.. margins.Values]));
        axes.Add(new Axis { Owner = owner, Name = name, Margins = margins, Total = total });
        return axes[^1];
    }

    private int Total(CountTable owner, long value)
    {
        foreach (var (other, quantity) in totals)
            if (MayShare(other, owner) && model.Quantities[quantity].Value == value) return quantity;
        totals.Add((owner, model.Add(value, isMargin: true)));
        return totals[^1].Quantity;
    }

    public static bool MayBeSame(string? one, string? other) => one is null || other is null || string.Equals(one, other, StringComparison.Ordinal);

    private bool MayShare(CountTable one, CountTable other) =>
        MayBeSame(one.Population, other.Population)
        && (one.SubsetOf is null || (one.SubsetOf != other.Name && one.SubsetOf != other.SubsetOf)) && (other.SubsetOf is null || other.SubsetOf != one.Name)
        && !empty.Exists(table => SameLabels(table, one) && SameLabels(table, other));

    private static bool SameLabels(CountTable one, CountTable other) =>
        one.Rows.Concat(one.Columns).Order(StringComparer.Ordinal).SequenceEqual(other.Rows.Concat(other.Columns).Order(StringComparer.Ordinal), StringComparer.Ordinal);
}

/// <summary>One thing agencies are counted by, and how many there are of each label.</summary>
internal sealed class Axis
{
    public required CountTable Owner { get; init; }
    public string? Name { get; set; }
    public required Dictionary<string, int> Margins { get; init; }
    public required int Total { get; init; }
}

/// <summary>Two axes crossed, and the quantity of every pair of labels.</summary>
internal sealed record Cross(Axis Rows, Axis Columns, Dictionary<(string, string), int> Cells);
