using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Scoring.Indices;

/// <summary>An index before rounding: an exact fraction, compared and rounded by whole-number arithmetic only. Rank on this, never on the
/// published figure. The default value is <see cref="None"/>: no index, because nothing beneath the node was applicable; it equals only itself and
/// sorts before every index.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct ExactIndex : IEquatable<ExactIndex>, IComparable<ExactIndex>
{
    private const int SignificantDigits = 28;

    /// <param name="numerator">Any whole number.</param>
    /// <param name="denominator">Positive; the fraction need not be in lowest terms.</param>
    /// <exception cref="ArgumentOutOfRangeException">The denominator is not positive.</exception>
    public ExactIndex(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        (Numerator, Denominator) = (numerator, denominator);
    }

    public static ExactIndex None => default;

    public long Numerator { get; }
    public long Denominator { get; }
    public bool HasValue => Denominator != 0;

    /// <summary>Rounded once, to exactly that many decimals (3 is 3.00 with two): the published figure.</summary>
    /// <exception cref="InvalidOperationException">There is no index.</exception>
    public decimal Round(Rounding rounding) =>
        ExactRounding.Divide<Int128>(RequireValue().Numerator, Denominator, rounding.Decimals, rounding.Mode);

    /// <summary>The fraction as a decimal: exact where it ends within 28 significant digits (28 decimals below one), rounded half up there where it does not.
    /// No trailing zeros.</summary>
    /// <exception cref="InvalidOperationException">There is no index.</exception>
    public decimal ToDecimal()
    {
        var wholeDigits = 0;
        for (var whole = Int128.Abs(RequireValue().Numerator) / Denominator; whole > 0; whole /= 10)
            wholeDigits++;
        var value = ExactRounding.Divide<BigInteger>(Numerator, Denominator, SignificantDigits - wholeDigits, RoundingMode.HalfUp);
        return value / 1.0000000000000000000000000000m;
    }

    /// <summary>minuend - subtrahend, exact, then rounded once.</summary>
    /// <exception cref="InvalidOperationException">One of them has no index.</exception>
    public static decimal Difference(ExactIndex minuend, ExactIndex subtrahend, Rounding rounding)
    {
        var (a, b) = (minuend.RequireValue(), subtrahend.RequireValue());
        var numerator = ((BigInteger)a.Numerator * b.Denominator) - ((BigInteger)b.Numerator * a.Denominator);
        return ExactRounding.Divide(numerator, (BigInteger)a.Denominator * b.Denominator, rounding.Decimals, rounding.Mode);
    }

    public int CompareTo(ExactIndex other) => HasValue && other.HasValue
        ? ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator)
        : HasValue.CompareTo(other.HasValue);

    public bool Equals(ExactIndex other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is ExactIndex other && Equals(other);

    public override int GetHashCode()
    {
        if (!HasValue)
            return 0;
        var divisor = (long)BigInteger.GreatestCommonDivisor(Numerator, Denominator);
        return HashCode.Combine(Numerator / divisor, Denominator / divisor);
    }

    /// <summary><see cref="ToDecimal"/> in culture-neutral digits; empty when there is no index.</summary>
    public override string ToString() => HasValue ? ToDecimal().ToString(CultureInfo.InvariantCulture) : "";

    public static bool operator ==(ExactIndex left, ExactIndex right) => left.Equals(right);

    public static bool operator !=(ExactIndex left, ExactIndex right) => !left.Equals(right);

    public static bool operator <(ExactIndex left, ExactIndex right) => left.CompareTo(right) < 0;

    public static bool operator <=(ExactIndex left, ExactIndex right) => left.CompareTo(right) <= 0;

    public static bool operator >(ExactIndex left, ExactIndex right) => left.CompareTo(right) > 0;

    public static bool operator >=(ExactIndex left, ExactIndex right) => left.CompareTo(right) >= 0;

    private ExactIndex RequireValue() =>
        HasValue ? this : throw new InvalidOperationException("No indicator beneath this node is applicable: it has no index.");
}
