using System.Numerics;
using DgccAssess.Scoring.Instruments.Checks;

namespace DgccAssess.Scoring.Indices;

/// <summary>Decimal weights as the smallest whole numbers in the same proportion: only proportions matter to an index.</summary>
internal static class WeightScaling
{
    // Sum of weight x rating must fit 64 bits with the highest rating a scale may have.
    private const long MaxTotal = long.MaxValue / (ScaleCheck.HighestLevel * ScoringPlan.RatingUnit);

    /// <param name="weights">Positive weights.</param>
    /// <param name="scaled">The whole numbers, in the same order.</param>
    /// <returns>False when exact computation would not fit 64 bits.</returns>
    public static bool TryScale(IReadOnlyList<decimal> weights, out long[] scaled)
    {
        var decimals = weights.Select(weight => (int)weight.Scale).DefaultIfEmpty().Max();
        var whole = weights.Select(weight => Mantissa(weight) * BigInteger.Pow(10, decimals - weight.Scale)).ToList();
        var divisor = whole.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        var total = whole.Aggregate(BigInteger.Zero, BigInteger.Add);
        var fits = divisor > 0 && total / divisor <= MaxTotal;
        scaled = fits ? [.. whole.Select(weight => (long)(weight / divisor))] : [];
        return fits;
    }

    private static BigInteger Mantissa(decimal weight)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(weight, parts);
        return (BigInteger)new UInt128((uint)parts[2], ((ulong)(uint)parts[1] << 32) | (uint)parts[0]);
    }
}
