namespace DgccAssess.Scoring.Disclosure;

/// <summary>The equations solved for some of the quantities (the basis): each of these is minus the sum of coefficient times quantity over its row. Rows are kept sparse: a table's row
/// has as many entries as the cycle it closes.</summary>
internal sealed class Tableau
{
    private readonly SparseRow[] rows;
    private readonly RowSet[] columns;
    private readonly int[] basics;
    private readonly int[] rowOf;
    private readonly List<int> added = [], removed = [];

    /// <param name="count">Of quantities.</param>
    /// <param name="equations">Any number may follow from others.</param>
    /// <param name="order">Quantities, those first that shall be solved for.</param>
    public Tableau(int count, IReadOnlyList<Equation> equations, IEnumerable<int> order)
    {
        rows = [.. equations.Select(equation => new SparseRow(equation.Terms))];
        columns = [.. Enumerable.Range(0, count).Select(_ => new RowSet(equations.Count))];
        (basics, rowOf) = (new int[equations.Count], new int[count]);
        Array.Fill(basics, -1);
        Array.Fill(rowOf, -1);
        for (var row = 0; row < rows.Length; row++)
            foreach (var quantity in rows[row].Keys) columns[quantity].Add(row);

        foreach (var column in order)
        {
            var best = -1;
            for (var row = columns[column].Next(0); row >= 0; row = columns[column].Next(row + 1))
                if (basics[row] < 0 && (best < 0 || rows[row].Count < rows[best].Count || (rows[row].Count == rows[best].Count && row < best))) best = row;
            if (best >= 0) Pivot(best, column);
        }
    }

    /// <summary>The row a quantity is solved by; below 0 where it is free.</summary>
    public int RowOf(int quantity) => rowOf[quantity];

    public int BasicOf(int row) => basics[row];

    public SparseRow Row(int row) => rows[row];

    /// <summary>The first row from here on in which a quantity occurs; below 0 where there is none.</summary>
    public int NextRow(int quantity, int row) => columns[quantity].Next(row);

    public double At(int row, int quantity) => rows[row].At(quantity);

    /// <summary>Solves the row for another quantity.</summary>
    public void Pivot(int row, int column)
    {
        var pivot = rows[row];
        if (pivot.At(column) is not 1 and var divisor) pivot.Divide(divisor);
        for (var other = columns[column].Next(0); other >= 0; other = columns[column].Next(other + 1))
        {
            if (other == row) continue;
            rows[other].Subtract(rows[other].At(column), pivot, column, added, removed);
            foreach (var key in added) columns[key].Add(other);
            foreach (var key in removed) columns[key].Remove(other);
            added.Clear();
            removed.Clear();
        }

        if (basics[row] >= 0) rowOf[basics[row]] = -1;
        (basics[row], rowOf[column]) = (column, row);
    }
}
