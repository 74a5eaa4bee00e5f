using System.Numerics;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Scoring.Indices;

internal static class ExactRounding
{
    /// <summary>numerator / denominator with exactly that many decimals, decided on whole numbers. The denominator is positive.</summary>
    public static decimal Divide<T>(T numerator, T denominator, int decimals, RoundingMode mode)
        where T : IBinaryInteger<T>
    {
        for (var i = 0; i < decimals; i++)
            numerator *= T.CreateChecked(10);
        var (quotient, remainder) = T.DivRem(numerator, denominator);
        var half = (T.Abs(remainder) + T.Abs(remainder)).CompareTo(denominator);
        var awayFromZero = mode switch
        {
            RoundingMode.HalfUp => half >= 0,
            RoundingMode.HalfEven => half > 0 || (half == 0 && T.IsOddInteger(quotient)),
            RoundingMode.Truncate => false,
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, message: null),
        };
        if (awayFromZero)
            quotient += T.IsNegative(numerator) ? -T.One : T.One;
        return decimal.CreateChecked(quotient) * new decimal(1, 0, 0, false, (byte)decimals);
    }
}
