namespace DgccAssess.Scoring.Awards;

/// <summary>The candidates that have a value, from the highest value down, equal values in the order of candidates. Sorted once, however many
/// categories rank by it: by digits from the last to the first, which is stable and compares nothing.</summary>
internal sealed class ColumnOrder
{
    private const int DigitBits = 11;
    private const int Buckets = 1 << DigitBits;
    private const int Passes = (64 + DigitBits - 1) / DigitBits;

    private ColumnOrder(int[] positions, long[] values) => (Positions, Values) = (positions, values);

    /// <summary>Candidates in order.</summary>
    public int[] Positions { get; }

    /// <summary>Their values, in the same order.</summary>
    public long[] Values { get; }

    public static ColumnOrder Of(long[] column)
    {
        var count = column.Length - column.AsSpan().Count(RawValue.None);
        var (keys, positions) = (new ulong[count], new int[count]);
        for (int i = 0, next = 0; i < column.Length; i++)
            if (column[i] != RawValue.None)
                (keys[next], positions[next++]) = (KeyOf(column[i]), i);
        SortByDigits(ref keys, ref positions);
        return new ColumnOrder(positions, Array.ConvertAll(keys, ValueOf));
    }

    // Ascending keys are descending values.
    private static ulong KeyOf(long value) => ~(ulong)(value ^ long.MinValue);

    private static long ValueOf(ulong key) => (long)~key ^ long.MinValue;

    private static void SortByDigits(ref ulong[] keys, ref int[] positions)
    {
        var (otherKeys, otherPositions, starts) = (new ulong[keys.Length], new int[keys.Length], CountDigits(keys));
        for (var pass = 0; pass < Passes; pass++)
        {
            var next = starts.AsSpan(pass * Buckets, Buckets);
            // Every key has the same digit here.
            if (next.Contains(keys.Length))
                continue;
            for (int bucket = 0, sum = 0; bucket < Buckets; bucket++)
                (next[bucket], sum) = (sum, sum + next[bucket]);
            for (var i = 0; i < keys.Length; i++)
            {
                var to = next[Digit(keys[i], pass)]++;
                (otherKeys[to], otherPositions[to]) = (keys[i], positions[i]);
            }
            (keys, otherKeys, positions, otherPositions) = (otherKeys, keys, otherPositions, positions);
        }
    }

    private static int[] CountDigits(ulong[] keys)
    {
        var counts = new int[Passes * Buckets];
        foreach (var key in keys)
            for (var pass = 0; pass < Passes; pass++)
                counts[(pass * Buckets) + Digit(key, pass)]++;
        return counts;
    }

    private static int Digit(ulong key, int pass) => (int)(key >> (pass * DigitBits)) & (Buckets - 1);
}
