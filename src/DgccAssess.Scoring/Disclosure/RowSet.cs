using System.Numerics;

namespace DgccAssess.Scoring.Disclosure;

/// <summary>The rows in which a quantity occurs, a bit for each: rows come and go with every pivot.</summary>
internal readonly struct RowSet(int count)
{
    private const int Bits = 64;

    private readonly ulong[] words = new ulong[(count + Bits - 1) / Bits];

    public void Add(int row) => words[row / Bits] |= 1UL << (row % Bits);

    public void Remove(int row) => words[row / Bits] &= ~(1UL << (row % Bits));

    /// <summary>The first row from here on; below 0 where there is none.</summary>
    public int Next(int row)
    {
        for (var word = row / Bits; word < words.Length; word++)
        {
            var left = words[word] & (word == row / Bits ? ulong.MaxValue << (row % Bits) : ulong.MaxValue);
            if (left != 0) return (word * Bits) + BitOperations.TrailingZeroCount(left);
        }

        return -1;
    }
}
