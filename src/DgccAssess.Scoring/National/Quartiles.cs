using DgccAssess.Scoring.Indices;

namespace DgccAssess.Scoring.National;

/// <summary>The five figures of a box. Quartiles are those of type 7 of Hyndman and Fan (Sample Quantiles in Statistical Packages, The American Statistician 50, 1996):
/// what R, NumPy and the QUARTILE.INC of spreadsheets give, so that anybody can check them. Exact: the place (n - 1) x k / 4 is a whole number of quarters, and between two
/// values the line is drawn by whole-number arithmetic.</summary>
/// <param name="Count">How many values; at least one.</param>
/// <param name="Lowest">The least value.</param>
/// <param name="Lower">First quartile.</param>
/// <param name="Median">Second quartile.</param>
/// <param name="Upper">Third quartile.</param>
/// <param name="Highest">The greatest value.</param>
public sealed record Quartiles(int Count, ExactFraction Lowest, ExactFraction Lower, ExactFraction Median, ExactFraction Upper, ExactFraction Highest)
{
    private const int Parts = 4;

    /// <param name="values">In any order; each has a value.</param>
    /// <returns>Null of nothing.</returns>
    public static Quartiles? Of(IEnumerable<ExactIndex> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? null : new Quartiles(sorted.Count, At(sorted, 0), At(sorted, 1), At(sorted, 2), At(sorted, 3), At(sorted, Parts));
    }

    private static ExactFraction At(List<ExactIndex> sorted, int quarter)
    {
        var (below, rest) = Math.DivRem((sorted.Count - 1) * quarter, Parts);
        var value = ExactFraction.Of(sorted[below]);
        return rest == 0 ? value : value + ((ExactFraction.Of(sorted[below + 1]) - value) * rest / Parts);
    }
}
