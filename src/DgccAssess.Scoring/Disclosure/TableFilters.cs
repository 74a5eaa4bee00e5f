namespace DgccAssess.Scoring.Disclosure;

/// <summary>Tables of which one counts part of what another does: the difference is a table nobody prints and everybody can subtract.</summary>
internal static class TableFilters
{
    public static void Link(IReadOnlyList<CountTable> tables, CellModel model)
    {
        var differences = new HashSet<(int Whole, int Part)>();
        for (var whole = 0; whole < tables.Count; whole++)
        {
            var parts = new List<Dictionary<(int, int), (int Whole, int Part)>>();
            for (var part = 0; part < tables.Count; part++)
            {
                if (part == whole || Pairs(tables, model, whole, part) is not { } pairs) continue;
                parts.Add(pairs);
                foreach (var pair in pairs.Values)
                    if (pair.Whole != pair.Part && differences.Add(pair)) model.AddDifference(pair.Whole, pair.Part);
            }

            Partition(model, parts);
        }
    }

    /// <summary>Filters that make up the whole, two of them or all: what one leaves out the others count.</summary>
    private static void Partition(CellModel model, List<Dictionary<(int Row, int Column), (int Whole, int Part)>> parts)
    {
        for (var one = 0; one < parts.Count; one++)
            for (var other = one + 1; other < parts.Count; other++) Together([parts[one], parts[other]]);
        if (parts.Count > 2) Together(parts);

        void Together(List<Dictionary<(int Row, int Column), (int Whole, int Part)>> all)
        {
            var places = all.Select(pairs => pairs.Keys.AsEnumerable()).Aggregate((a, b) => a.Intersect(b)).ToList();
            if (places.Count == 0 || places.Exists(p => all.Sum(pairs => model.Quantities[pairs[p].Part].Value) != model.Quantities[all[0][p].Whole].Value)) return;
            foreach (var p in places.Where(p => all.TrueForAll(pairs => pairs[p].Part != pairs[p].Whole)))
                model.Equations.Add(Equation.Of(all[0][p].Whole, [.. all.Select(pairs => pairs[p].Part)]));
        }
    }

    /// <summary>By place of the whole, what the part counts of it; null where it is no part. What is not said is seen: same axes, and nowhere more.</summary>
    private static Dictionary<(int Row, int Column), (int Whole, int Part)>? Pairs(IReadOnlyList<CountTable> tables, CellModel model, int whole, int part)
    {
        var (w, p) = (tables[whole], tables[part]);
        var isSaid = p.SubsetOf is { } name && string.Equals(name, w.Name, StringComparison.Ordinal);
        if (!isSaid && (p.SubsetOf is not null || w.SubsetOf is not null || !TableLinks.MayBeSame(w.Population, p.Population))) return null;
        var straight = (Rows: Common(w.RowDimension, w.Rows, p.RowDimension, p.Rows), Columns: Common(w.ColumnDimension, w.Columns, p.ColumnDimension, p.Columns));
        var turned = (Rows: Common(w.RowDimension, w.Rows, p.ColumnDimension, p.Columns), Columns: Common(w.ColumnDimension, w.Columns, p.RowDimension, p.Rows));
        var isTurned = straight is (null, _) or (_, null) && (turned is (not null, not null) || straight is (null, null));
        var (rows, columns) = isTurned ? turned : straight;
        if (!isSaid && (rows?.Count != w.Rows.Count || columns?.Count != w.Columns.Count || w.Rows.Count * w.Columns.Count != p.Rows.Count * p.Columns.Count)) return null;

        var pairs = new Dictionary<(int, int), (int Whole, int Part)>();
        foreach (var (row, partRow) in (rows ?? []).Append((w.Rows.Count, isTurned ? p.Columns.Count : p.Rows.Count)))
            foreach (var (column, partColumn) in (columns ?? []).Append((w.Columns.Count, isTurned ? p.Rows.Count : p.Columns.Count)))
                pairs.Add((row, column), (model.Places[whole][row, column], isTurned ? model.Places[part][partColumn, partRow] : model.Places[part][partRow, partColumn]));
        var fits = pairs.Values.All(pair => model.Quantities[pair.Part].Value <= model.Quantities[pair.Whole].Value);
        if (isSaid && !fits) model.Problems.Add(new(part, "subsetOf", DisclosureProblemCodes.SubsetLarger));
        // Of two that are equal the first is the whole: each part of the other, neither could hide.
        var isEqual = pairs.Values.All(pair => model.Quantities[pair.Part].Value == model.Quantities[pair.Whole].Value);
        return fits && (isSaid || !isEqual || part > whole) && pairs.Values.Any(pair => pair.Whole != pair.Part) ? pairs : null;
    }

    /// <summary>Indices of the labels both have; null where the axes are not the same. Named alike they may share some labels only.</summary>
    private static List<(int Whole, int Part)>? Common(string? name, IReadOnlyList<string> labels, string? partName, IReadOnlyList<string> partLabels)
    {
        if (!TableLinks.MayBeSame(name, partName)) return null;
        var at = partLabels.Select((label, i) => (label, i)).ToDictionary(l => l.label, l => l.i, StringComparer.Ordinal);
        var common = labels.Select((label, i) => (i, Part: at.GetValueOrDefault(label, -1))).Where(l => l.Part >= 0).ToList();
        return (name is not null && partName is not null && common.Count > 0) || (common.Count == labels.Count && common.Count == partLabels.Count) ? common : null;
    }
}
