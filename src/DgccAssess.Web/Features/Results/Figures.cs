using System.Globalization;
using System.Numerics;
using DgccAssess.Scoring.Indices;

namespace DgccAssess.Web.Features.Results;

/// <summary>Figures in the reader's separators.</summary>
public static class Figures
{
    private const int LongestDecimal = 6;

    /// <summary>A published figure with the instrument's decimals.</summary>
    public static string Fixed(decimal value, int decimals) => value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.CurrentCulture);

    /// <summary>All decimals there are, up to 10.</summary>
    public static string Free(decimal value) => value.ToString("0.##########", CultureInfo.CurrentCulture);

    /// <summary>With its sign, for differences.</summary>
    public static string WithSign(decimal value, int decimals) => (value > 0 ? CultureInfo.CurrentCulture.NumberFormat.PositiveSign : "") + Fixed(value, decimals);

    /// <summary>Class of a difference.</summary>
    public static string Delta(decimal? difference) => difference switch { > 0 => "delta delta-up", < 0 => "delta delta-down", _ => "delta" };

    /// <param name="percent">27.5 is 27.5 %.</param>
    public static string Percent(decimal percent)
    {
        var decimals = percent == Math.Round(percent) ? 0 : percent == Math.Round(percent, 1) ? 1 : 2;
        return (percent / 100).ToString("P" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.CurrentCulture);
    }

    /// <summary>For data attributes and scripts.</summary>
    public static string Plain(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The exact value: a decimal where it ends soon, else the fraction in lowest terms.</summary>
    public static string Exact(ExactIndex value)
    {
        var number = value.ToDecimal();
        return number == Math.Round(number, LongestDecimal) ? Free(number) : Fraction(value);
    }

    /// <summary>393/133, in lowest terms.</summary>
    public static string Fraction(ExactIndex value)
    {
        var divisor = (long)BigInteger.GreatestCommonDivisor(value.Numerator, value.Denominator);
        return string.Create(CultureInfo.InvariantCulture, $"{value.Numerator / divisor}/{value.Denominator / divisor}");
    }
}
