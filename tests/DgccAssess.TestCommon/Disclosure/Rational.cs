using System.Globalization;
using System.Runtime.InteropServices;

namespace DgccAssess.TestCommon.Disclosure;

/// <summary>An exact fraction; what does not fit throws.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Rational : IComparable<Rational>
{
    private readonly long below;

    private Rational(Int128 above, Int128 below)
    {
        if (below < 0) (above, below) = (-above, -below);
        if (below != 1)
        {
            var (a, b) = (Int128.Abs(above), below);
            while (b != 0) (a, b) = (b, a % b);
            if (a > 1) (above, below) = (above / a, below / a);
        }

        checked
        {
            (Above, this.below) = ((long)above, (long)below);
        }
    }

    public long Above { get; }
    public long Below => below == 0 ? 1 : below;
    public int Sign => Math.Sign(Above);

    public static implicit operator Rational(long value) => new(value, 1);

    public static Rational operator +(Rational a, Rational b) =>
        a.Below == 1 && b.Below == 1 ? new((Int128)a.Above + b.Above, 1) : new(((Int128)a.Above * b.Below) + ((Int128)b.Above * a.Below), (Int128)a.Below * b.Below);

    public static Rational operator -(Rational a, Rational b) => a + new Rational(-(Int128)b.Above, b.Below);

    public static Rational operator *(Rational a, Rational b) => new((Int128)a.Above * b.Above, (Int128)a.Below * b.Below);

    public static Rational operator /(Rational a, Rational b) => new((Int128)a.Above * b.Below, (Int128)a.Below * b.Above);

    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    public int CompareTo(Rational other) => ((Int128)Above * other.Below).CompareTo((Int128)other.Above * Below);

    public override string ToString() => Below == 1 ? Above.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Above}/{Below}");
}
