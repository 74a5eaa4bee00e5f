using System.Runtime.InteropServices;

namespace DgccAssess.TestCommon.Disclosure;

/// <summary>
/// The attacker's arithmetic: unknown numbers of at least 0, sums of them that are known, and the least and most another sum can then be. A textbook simplex on a dense table of exact
/// fractions with Bland's rule. It shares nothing with the product: no network, no start at the true numbers, no doubles.
/// </summary>
public sealed class LinearBounds(int unknowns)
{
    private readonly List<Rational[]> rows = [];
    private readonly List<Rational> values = [];
    private int[] basis = [];
    private int columns = unknowns;
    private bool isSolved;

    public void Equal(IEnumerable<int> sum, long value) => Add(sum, value, surplus: false);

    public void AtLeast(IEnumerable<int> sum, long value) => Add(sum, value, surplus: true);

    /// <summary>Two sums that are the same, whatever they are.</summary>
    public void Same(IEnumerable<int> one, IEnumerable<int> other)
    {
        Add(one, 0, surplus: false);
        foreach (var unknown in other) rows[^1][unknown] -= 1;
    }

    /// <summary>The least and most of a sum; most is null where there is none.</summary>
    public (Rational Least, Rational? Most) Of(IReadOnlyCollection<int> sum)
    {
        if (!isSolved) Solve();
        return (Optimum(sum, -1) is { } least ? 0 - least : throw new InvalidOperationException("A sum of numbers of at least 0 has a least."), Optimum(sum, 1));
    }

    private void Add(IEnumerable<int> sum, long value, bool surplus)
    {
        var row = new Rational[columns + (surplus ? 1 : 0)];
        foreach (var unknown in sum) row[unknown] += 1;
        if (surplus) row[columns++] = -1;
        rows.Add(row);
        values.Add(value);
    }

    /// <summary>First phase: any numbers that fit, with an extra unknown per row that must come to 0.</summary>
    private void Solve()
    {
        var count = rows.Count;
        for (var i = 0; i < count; i++)
        {
            var row = new Rational[columns + count];
            rows[i].CopyTo(row, 0);
            row[columns + i] = 1;
            rows[i] = row;
        }

        basis = [.. Enumerable.Range(columns, count)];
        var goal = new Rational[columns + count];
        for (var i = columns; i < goal.Length; i++) goal[i] = -1;
        if (Maximise(goal) is not { Sign: 0 }) throw new InvalidOperationException("What is published contradicts itself.");

        for (var i = rows.Count - 1; i >= 0; i--)
        {
            if (basis[i] < columns) continue;
            var other = Array.FindIndex(rows[i], 0, columns, value => value.Sign != 0);
            if (other >= 0) Pivot(i, other);
            else Remove(i);
        }

        for (var i = 0; i < rows.Count; i++) rows[i] = rows[i][..columns];
        isSolved = true;
    }

    private void Remove(int row)
    {
        rows.RemoveAt(row);
        values.RemoveAt(row);
        basis = [.. basis[..row], .. basis[(row + 1)..]];
    }

    private Rational? Optimum(IReadOnlyCollection<int> sum, int sign)
    {
        var goal = new Rational[columns];
        foreach (var unknown in sum) goal[unknown] += sign;
        return Maximise(goal);
    }

    private Rational? Maximise(Rational[] goal)
    {
        while (true)
        {
            var entering = -1;
            for (var j = 0; j < goal.Length && entering < 0; j++)
            {
                var gain = goal[j];
                for (var i = 0; i < rows.Count; i++)
                    if (goal[basis[i]].Sign != 0 && rows[i][j].Sign != 0) gain -= goal[basis[i]] * rows[i][j];
                if (gain.Sign > 0) entering = j;
            }

            if (entering < 0) return basis.Select((unknown, i) => goal[unknown] * values[i]).Aggregate((Rational)0, (a, b) => a + b);
            var leaving = -1;
            for (var i = 0; i < rows.Count; i++)
            {
                if (rows[i][entering].Sign <= 0) continue;
                var order = leaving < 0 ? -1 : (values[i] / rows[i][entering]).CompareTo(values[leaving] / rows[leaving][entering]);
                if (order < 0 || (order == 0 && basis[i] < basis[leaving])) leaving = i;
            }

            if (leaving < 0) return null;
            Pivot(leaving, entering);
        }
    }

    private void Pivot(int at, int column)
    {
        var (row, divisor) = (rows[at], rows[at][column]);
        for (var j = 0; j < row.Length; j++) row[j] = row[j].Sign == 0 ? row[j] : row[j] / divisor;
        values[at] /= divisor;
        for (var i = 0; i < rows.Count; i++)
        {
            var factor = rows[i][column];
            if (i == at || factor.Sign == 0) continue;
            for (var j = 0; j < row.Length; j++)
                if (row[j].Sign != 0) rows[i][j] -= factor * row[j];
            values[i] -= factor * values[at];
        }

        basis[at] = column;
    }
}
