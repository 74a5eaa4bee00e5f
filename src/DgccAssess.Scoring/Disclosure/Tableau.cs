using System.Runtime.InteropServices;

namespace DgccAssess.Scoring.Disclosure;

/// <summary>The equations solved for some of the quantities (the basis): each of these is minus the sum of coefficient times quantity over its row. Rows are kept sparse: a table's row
/// has as many entries as the cycle it closes.</summary>
internal sealed class Tableau
{
    private const double Tiny = 1e-9;

    private readonly Dictionary<int, double>[] rows;
    private readonly HashSet<int>[] columns;
    private readonly int[] basics;
    private readonly int[] rowOf;

    /// <param name="count">Of quantities.</param>
    /// <param name="equations">Any number may follow from others.</param>
    /// <param name="order">Quantities, those first that shall be solved for.</param>
    public Tableau(int count, IReadOnlyList<Equation> equations, IEnumerable<int> order)
    {
        rows = new Dictionary<int, double>[equations.Count];
        columns = [.. Enumerable.Range(0, count).Select(_ => new HashSet<int>())];
        (basics, rowOf) = (new int[equations.Count], new int[count]);
        Array.Fill(basics, -1);
        Array.Fill(rowOf, -1);
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = [];
            foreach (var (quantity, sign) in equations[row].Terms)
            {
                rows[row][quantity] = rows[row].GetValueOrDefault(quantity) + sign;
                columns[quantity].Add(row);
            }
        }

        foreach (var column in order)
        {
            var best = -1;
            foreach (var row in columns[column])
                if (basics[row] < 0 && (best < 0 || rows[row].Count < rows[best].Count || (rows[row].Count == rows[best].Count && row < best))) best = row;
            if (best >= 0) Pivot(best, column);
        }
    }

    /// <summary>The row a quantity is solved by; below 0 where it is free.</summary>
    public int RowOf(int quantity) => rowOf[quantity];

    public int BasicOf(int row) => basics[row];

    public Dictionary<int, double> Row(int row) => rows[row];

    /// <summary>The rows a quantity occurs in.</summary>
    public HashSet<int> Column(int quantity) => columns[quantity];

    public double At(int row, int quantity) => rows[row].GetValueOrDefault(quantity);

    /// <summary>Solves the row for another quantity.</summary>
    public void Pivot(int row, int column)
    {
        var pivot = rows[row];
        var divisor = pivot[column];
        if (divisor is not 1)
            foreach (var key in pivot.Keys) pivot[key] /= divisor;
        foreach (var other in columns[column].ToArray())
        {
            if (other == row) continue;
            var target = rows[other];
            var factor = target[column];
            foreach (var (key, value) in pivot)
            {
                ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(target, key, out var isThere);
                entry -= factor * value;
                if (key != column && Math.Abs(entry) > Tiny)
                {
                    if (!isThere) columns[key].Add(other);
                    continue;
                }

                target.Remove(key);
                if (isThere) columns[key].Remove(other);
            }
        }

        if (basics[row] >= 0) rowOf[basics[row]] = -1;
        (basics[row], rowOf[column]) = (column, row);
    }
}
