namespace DgccAssess.Scoring.Disclosure;

/// <summary>
/// Which agencies may be named where not all agreed and tables count all of them. The count less those named is a count of those who are not: it must be nobody or enough, or nobody of that
/// category is named. In a cell that is hidden nobody is named.
/// </summary>
public static class Nameable
{
    /// <param name="tables">Every table that counts the unnamed too, as published, now or later.</param>
    /// <param name="agreed">For each agency that agreed, its row and column in each table; null where the table does not count it.</param>
    /// <param name="rule">The space's setting.</param>
    /// <returns>For each agency that agreed, whether it may be named.</returns>
    public static IReadOnlyList<bool> Of(IReadOnlyList<PublishedTable> tables, IReadOnlyList<IReadOnlyList<(int Row, int Column)?>> agreed, DisclosureRule rule)
    {
        bool[] named = [.. agreed.Select(_ => true)];
        // Whoever is withheld counts among the unnamed from then on, so that others may have to follow.
        while (Places().FirstOrDefault(place => Array.Exists(place.Agencies, agency => named[agency]) && !MayName(place.Count, place.Agencies.Count(agency => named[agency]), place.IsCell)) is { Agencies: not null } found)
            foreach (var agency in found.Agencies) named[agency] = false;
        return named;

        bool MayName(long? count, int names, bool isCell) => count is { } shown ? shown - names is 0 || shown - names >= rule.Threshold : !isCell;

        IEnumerable<(long? Count, bool IsCell, int[] Agencies)> Places() => tables.SelectMany((table, t) =>
            from row in Enumerable.Range(0, table.RowTotals.Count + 1)
            from column in Enumerable.Range(0, table.ColumnTotals.Count + 1)
            let isCell = row < table.RowTotals.Count && column < table.ColumnTotals.Count
            select (table.At(row, column), isCell, Enumerable.Range(0, agreed.Count)
                .Where(a => agreed[a][t] is { } at && (at.Row == row || row == table.RowTotals.Count) && (at.Column == column || column == table.ColumnTotals.Count)).ToArray()));
    }
}
