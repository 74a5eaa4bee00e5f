namespace DgccAssess.Scoring.Disclosure;

/// <summary>
/// Decides which counts may be published, of all tables that will be known together. Page, chart, CSV, workbook, paper and API print what comes out of here and nothing else.
/// For every hidden count there is another set of whole numbers that fits everything published; for one of 1 to below the threshold even one in which it reaches the threshold.
/// </summary>
public static class DisclosureControl
{
    /// <param name="tables">All that anybody can lay side by side.</param>
    /// <param name="rule">The space's setting.</param>
    /// <exception cref="ArgumentException">A table has faults; see <see cref="CountTableCheck"/>.</exception>
    public static Protection Protect(IReadOnlyList<CountTable> tables, DisclosureRule rule)
    {
        Refuse(tables, CountTableCheck.Structure(tables));
        var model = TableLinks.Model(tables, rule);
        Refuse(tables, model.Problems);
        var known = Remember(tables, model);
        var exposed = Suppression.Complete(model).Union(known).ToHashSet();
        var printed = model.Places.SelectMany(places => places.Cast<int>()).Distinct().Where(q => IsHidden(model.Quantities[q])).ToList();
        return new Protection(
            [.. tables.Select((table, t) => Print(table, model, model.Places[t]))],
            [.. tables.SelectMany((table, t) => PlacesOf(table, t).Where(p => exposed.Contains(model.Places[t][p.Row, p.Column])).Select(p => p.Place))],
            printed.Count(q => model.Quantities[q].IsSmall),
            printed.Count(q => !model.Quantities[q].IsSmall));
    }

    private static void Refuse(IReadOnlyList<CountTable> tables, IReadOnlyList<DisclosureProblem> problems)
    {
        if (problems.Count > 0) throw new ArgumentException(string.Join("; ", problems.Select(p => $"table {p.Table} {p.Field}: {p.Code}")), nameof(tables));
    }

    /// <summary>What was hidden stays hidden and must stay protected; what was shown as it is now is known to everybody.</summary>
    /// <returns>Known ones that are too small to be shown.</returns>
    private static List<int> Remember(IReadOnlyList<CountTable> tables, CellModel model)
    {
        var known = new HashSet<int>();
        for (var t = 0; t < tables.Count; t++)
            foreach (var previous in tables[t].Previous)
                foreach (var (row, column, _) in PlacesOf(tables[t], t))
                {
                    var (q, before) = (model.Places[t][row, column], previous.At(row, column));
                    if (before == model.Quantities[q].Value) known.Add(q);
                    else if (before is null) model.Quantities[q].WasHidden = true;
                }

        foreach (var q in known) model.Quantities[q].Sight = Sight.Fixed;
        foreach (var it in model.Quantities.Where(it => it is { WasHidden: true, Sight: Sight.Shown or Sight.Hidden })) (it.Sight, it.Need, it.MayFall) = (Sight.Hidden, Math.Max(it.Need, 1), !it.IsSmall);
        return [.. known.Where(q => model.Quantities[q].IsSmall)];
    }

    private static bool IsHidden(Quantity it) => it.Sight is Sight.Hidden || it.IsSmall;

    private static PublishedTable Print(CountTable table, CellModel model, int[,] places)
    {
        var (height, width) = (table.Rows.Count, table.Columns.Count);
        return new PublishedTable(
            table.Name,
            [.. Enumerable.Range(0, height).Select(i => (IReadOnlyList<long?>)[.. Enumerable.Range(0, width).Select(j => Shown(i, j))])],
            [.. Enumerable.Range(0, height).Select(i => Shown(i, width))],
            [.. Enumerable.Range(0, width).Select(j => Shown(height, j))],
            Shown(height, width));

        long? Shown(int row, int column) => model.Quantities[places[row, column]] is var it && IsHidden(it) ? null : it.Value;
    }

    private static IEnumerable<(int Row, int Column, TablePlace Place)> PlacesOf(CountTable table, int number) =>
        from row in Enumerable.Range(0, table.Rows.Count + 1)
        from column in Enumerable.Range(0, table.Columns.Count + 1)
        select (row, column, new TablePlace(number, row < table.Rows.Count ? table.Rows[row] : null, column < table.Columns.Count ? table.Columns[column] : null));
}
