using System.Globalization;
using System.Numerics;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Scoring.Indices;

/// <summary>An exact fraction of any size, in lowest terms: what means, quartiles and differences of indices are until they are rounded, once. The default value is 0.</summary>
public readonly struct ExactFraction : IEquatable<ExactFraction>, IComparable<ExactFraction>
{
    private const int SignificantDigits = 28;

    private readonly BigInteger denominator;

    /// <exception cref="ArgumentOutOfRangeException">The denominator is not positive.</exception>
    public ExactFraction(BigInteger numerator, BigInteger denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (Numerator, this.denominator) = (numerator / divisor, denominator / divisor);
    }

    public BigInteger Numerator { get; }
    public BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;

    /// <exception cref="InvalidOperationException">There is no index.</exception>
    public static ExactFraction Of(ExactIndex index) => index.HasValue
        ? new ExactFraction(index.Numerator, index.Denominator)
        : throw new InvalidOperationException("Where there is no index there is no fraction.");

    /// <summary>The plain mean: sum / number. Null of nothing.</summary>
    public static ExactFraction? Mean(IReadOnlyCollection<ExactIndex> values)
    {
        if (values.Count == 0)
            return null;
        // One sum per denominator: indices of one instrument have few.
        var sums = values.GroupBy(value => value.Denominator, (denominator, same) => new ExactFraction(same.Aggregate(BigInteger.Zero, (sum, value) => sum + value.Numerator), denominator));
        return sums.Aggregate((sum, part) => sum + part) / values.Count;
    }

    /// <summary>Rounded once, to exactly that many decimals: the published figure.</summary>
    public decimal Round(Rounding rounding) => ExactRounding.Divide(Numerator, Denominator, rounding.Decimals, rounding.Mode);

    /// <summary>As a decimal of at most 28 significant digits, rounded half up there where it does not end. No trailing zeros.</summary>
    public decimal ToDecimal()
    {
        var wholeDigits = 0;
        for (var whole = BigInteger.Abs(Numerator) / Denominator; whole > 0; whole /= 10)
            wholeDigits++;
        return ExactRounding.Divide(Numerator, Denominator, SignificantDigits - wholeDigits, RoundingMode.HalfUp) / 1.0000000000000000000000000000m;
    }

    public int CompareTo(ExactFraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(ExactFraction other) => Numerator == other.Numerator && Denominator == other.Denominator;

    public override bool Equals(object? obj) => obj is ExactFraction other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    /// <summary>59/20, culture-neutral; a whole number without denominator.</summary>
    public override string ToString() => Denominator.IsOne
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    /// <summary>What <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is no such text.</exception>
    public static ExactFraction Parse(string text)
    {
        var parts = text.Split('/');
        var (numerator, denominator) = (Whole(parts[0]), parts.Length > 1 ? Whole(parts[1]) : BigInteger.One);
        return parts.Length <= 2 && denominator.Sign > 0 ? new ExactFraction(numerator, denominator) : throw new FormatException($"'{text}' is no fraction.");
    }

    public static ExactFraction operator +(ExactFraction a, ExactFraction b) => new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static ExactFraction operator -(ExactFraction a, ExactFraction b) => new((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static ExactFraction operator *(ExactFraction a, int factor) => new(a.Numerator * factor, a.Denominator);

    /// <exception cref="ArgumentOutOfRangeException">The divisor is not positive.</exception>
    public static ExactFraction operator /(ExactFraction a, int divisor) => new(a.Numerator, a.Denominator * divisor);

    public static bool operator ==(ExactFraction left, ExactFraction right) => left.Equals(right);

    public static bool operator !=(ExactFraction left, ExactFraction right) => !left.Equals(right);

    public static bool operator <(ExactFraction left, ExactFraction right) => left.CompareTo(right) < 0;

    public static bool operator <=(ExactFraction left, ExactFraction right) => left.CompareTo(right) <= 0;

    public static bool operator >(ExactFraction left, ExactFraction right) => left.CompareTo(right) > 0;

    public static bool operator >=(ExactFraction left, ExactFraction right) => left.CompareTo(right) >= 0;

    private static BigInteger Whole(string text) => BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
