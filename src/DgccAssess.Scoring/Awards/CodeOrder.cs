namespace DgccAssess.Scoring.Awards;

/// <summary>Positions of codes in ordinal order: eight letters at a time as one number, because comparing a million texts is slow.</summary>
internal static class CodeOrder
{
    private const int Letters = 8;

    /// <exception cref="ArgumentException">A code stands twice, or is not ASCII.</exception>
    public static int[] Of(IReadOnlyList<string> codes)
    {
        var (order, keys) = (new int[codes.Count], new ulong[codes.Count]);
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Sort(codes, order, keys, from: 0, to: order.Length, letter: 0);
        return order;
    }

    private static void Sort(IReadOnlyList<string> codes, int[] order, ulong[] keys, int from, int to, int letter)
    {
        for (var i = from; i < to; i++)
            keys[i] = KeyOf(codes[order[i]], letter);
        Array.Sort(keys, order, from, to - from);
        for (var start = from; start < to;)
        {
            var end = start + 1;
            while (end < to && keys[end] == keys[start])
                end++;
            if (end - start > 1)
            {
                if (codes[order[start]].Length <= letter + Letters && codes[order[start + 1]].Length <= letter + Letters)
                    throw new ArgumentException($"The candidate '{codes[order[start]]}' stands twice.", nameof(codes));
                Sort(codes, order, keys, start, end, letter + Letters);
            }
            start = end;
        }
    }

    private static ulong KeyOf(string code, int letter)
    {
        var key = 0UL;
        for (var i = letter; i < letter + Letters; i++)
        {
            var c = i < code.Length ? code[i] : '\0';
            if (c > 127)
                throw new ArgumentException($"The candidate '{code}' has a code that is not ASCII.", nameof(code));
            key = (key << 8) | c;
        }
        return key;
    }
}
