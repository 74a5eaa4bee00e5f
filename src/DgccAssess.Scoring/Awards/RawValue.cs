using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Scoring.Awards;

/// <summary>Raw values as whole numbers of 10^-15. Indices of one instrument are fractions that differ by far more; what a decimal division leaves beyond
/// (27 digits of 29/11) differs by far less, so that equal fractions are equal whichever way they were reached.</summary>
internal static class RawValue
{
    public const long None = long.MinValue;
    public const long Unit = 1_000_000_000_000_000;
    private const int Digits = 15;

    /// <exception cref="OverflowException">Beyond ±9223.</exception>
    public static long Of(decimal value) => (long)(decimal.Round(value, Digits, MidpointRounding.AwayFromZero) * Unit);

    public static decimal ToDecimal(long raw) => raw / (decimal)Unit / 1.0000000000000000000000000000m;

    public static decimal Publish(long raw, Rounding rounding) => ExactRounding.Divide<Int128>(raw, Unit, rounding.Decimals, rounding.Mode);

    /// <summary>The lowest raw value that is shown as at least <paramref name="limit"/>: found by trying, so that no rule of rounding is written twice.</summary>
    public static long LowestShownAs(decimal limit, Rounding rounding)
    {
        var (low, high) = (Of(limit - 1), Of(limit));
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Publish(middle, rounding) >= limit)
                high = middle;
            else
                low = middle + 1;
        }
        return high;
    }
}
