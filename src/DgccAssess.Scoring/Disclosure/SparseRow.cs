namespace DgccAssess.Scoring.Disclosure;

/// <summary>Coefficients of one equation by quantity, in the order of the quantities: two rows are added by merging them, without looking up one after the other.</summary>
internal sealed class SparseRow
{
    private const double Tiny = 1e-9;

    private int[] keys, spareKeys = [];
    private double[] values, spareValues = [];

    /// <param name="terms">A quantity may come more than once; its coefficients are added.</param>
    public SparseRow(IEnumerable<(int Quantity, int Sign)> terms)
    {
        var sums = terms.GroupBy(term => term.Quantity, term => term.Sign).Select(same => (Key: same.Key, Value: same.Sum())).Where(sum => sum.Value != 0).OrderBy(sum => sum.Key).ToList();
        (keys, values, Count) = ([.. sums.Select(sum => sum.Key)], [.. sums.Select(sum => (double)sum.Value)], sums.Count);
    }

    public int Count { get; private set; }

    /// <summary>The quantities it has, ascending.</summary>
    public ReadOnlySpan<int> Keys => keys.AsSpan(0, Count);

    /// <summary>Their coefficients, none of them 0.</summary>
    public ReadOnlySpan<double> Values => values.AsSpan(0, Count);

    public double At(int key) => Keys.BinarySearch(key) is >= 0 and var at ? values[at] : 0;

    public void Divide(double divisor)
    {
        foreach (ref var value in values.AsSpan(0, Count)) value /= divisor;
    }

    /// <summary>Takes so many times another row away, so that one quantity is gone.</summary>
    /// <param name="factor">How many times.</param>
    /// <param name="other">The other row.</param>
    /// <param name="gone">The quantity, whatever rounding leaves of it.</param>
    /// <param name="added">Gets the quantities that this row did not have.</param>
    /// <param name="removed">Gets those that it has no more.</param>
    public void Subtract(double factor, SparseRow other, int gone, List<int> added, List<int> removed)
    {
        if (spareKeys.Length < Count + other.Count) (spareKeys, spareValues) = (new int[2 * (Count + other.Count)], new double[2 * (Count + other.Count)]);
        ReadOnlySpan<int> mine = Keys, theirs = other.Keys;
        ReadOnlySpan<double> own = Values, taken = other.Values;
        Span<int> toKeys = spareKeys;
        Span<double> toValues = spareValues;
        var (at, to) = (0, 0);
        for (var next = 0; next < theirs.Length; next++)
        {
            var key = theirs[next];
            while (at < mine.Length && mine[at] < key) (toKeys[to], toValues[to++]) = (mine[at], own[at++]);
            var isMine = at < mine.Length && mine[at] == key;
            var value = (isMine ? own[at++] : 0) - (factor * taken[next]);
            var stays = key != gone && Math.Abs(value) > Tiny;
            if (stays) (toKeys[to], toValues[to++]) = (key, value);
            if (stays != isMine) (stays ? added : removed).Add(key);
        }

        mine[at..].CopyTo(toKeys[to..]);
        own[at..].CopyTo(toValues[to..]);
        (keys, values, spareKeys, spareValues, Count) = (spareKeys, spareValues, keys, values, to + mine.Length - at);
    }
}
