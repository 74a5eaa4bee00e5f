using System.Numerics;
using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Instruments;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace DgccAssess.Scoring.Tests.Indices;

public static class Fractions
{
    /// <summary>Small ones meet ties often, wide ones reach the limits of 64 bits, negative ones come from differences.</summary>
    public static Arbitrary<ExactIndex> Fraction() => Gen.OneOf(
        from numerator in Gen.Choose(-10_000, 10_000)
        from denominator in Gen.Elements(1L, 2, 4, 8, 16, 20, 40, 125, 200, 2000, 3, 7, 11)
        select new ExactIndex(numerator, denominator),
        from numerator in ArbMap.Default.GeneratorFor<long>()
        from denominator in ArbMap.Default.GeneratorFor<long>()
        select new ExactIndex(numerator, Math.Max(1, Math.Abs(denominator / 2))),
        from denominator in Gen.Choose(1, int.MaxValue)
        from sign in Gen.Elements(-1, 1)
        select new ExactIndex(sign * (long.MaxValue - denominator), long.MaxValue - (denominator / 3))).ToArbitrary();

    public static Arbitrary<Rounding> Rule() => (
        from decimals in Gen.Choose(0, 6)
        from mode in Gen.Elements(RoundingMode.HalfUp, RoundingMode.HalfEven, RoundingMode.Truncate)
        select new Rounding(decimals, mode)).ToArbitrary();
}

[Properties(Arbitrary = [typeof(Fractions)], MaxTest = 1000)]
public sealed class ExactIndexTests
{
    /// <summary>The rounded figure is the only whole step that satisfies the rule's own definition.</summary>
    [Property]
    public void Round_AnyFraction_SatisfiesTheDefinition(ExactIndex index, Rounding rule)
    {
        var rounded = index.Round(rule);
        var power = BigInteger.Pow(10, rule.Decimals);
        var step = (BigInteger)(rounded * (decimal)power);
        var error = BigInteger.Abs(((BigInteger)index.Numerator * power) - (step * index.Denominator));
        var tie = 2 * error == index.Denominator;
        var away = BigInteger.Abs(step) * index.Denominator > BigInteger.Abs(index.Numerator) * power;

        Assert.Equal(rule.Decimals, rounded.Scale);
        Assert.True(rule.Mode switch
        {
            RoundingMode.HalfUp => 2 * error < index.Denominator || (tie && away),
            RoundingMode.HalfEven => 2 * error < index.Denominator || (tie && step.IsEven),
            _ => error < index.Denominator && !away,
        });
    }

    [Property]
    public void Round_FiniteDecimal_EqualsMathRound(int thousandths, Rounding rule) => Assert.Equal(
        Math.Round(thousandths / 1000m, rule.Decimals, rule.Mode switch
        {
            RoundingMode.HalfUp => MidpointRounding.AwayFromZero,
            RoundingMode.HalfEven => MidpointRounding.ToEven,
            _ => MidpointRounding.ToZero,
        }),
        new ExactIndex(thousandths, 1000).Round(rule));

    [Property]
    public void Compare_AnyTwo_AgreesWithCrossMultiplication(ExactIndex a, ExactIndex b)
    {
        var oracle = ((BigInteger)a.Numerator * b.Denominator).CompareTo((BigInteger)b.Numerator * a.Denominator);

        Assert.Equal(Math.Sign(oracle), Math.Sign(a.CompareTo(b)));
        Assert.Equal((oracle < 0, oracle <= 0, oracle > 0, oracle >= 0, oracle == 0, oracle != 0), (a < b, a <= b, a > b, a >= b, a == b, a != b));
    }

    [Property]
    public void ToDecimal_AnyFraction_IsWithinHalfOfThe28thDigit(ExactIndex index)
    {
        var value = index.ToDecimal();
        var places = 28 - (Math.Abs(value) < 1 ? 0 : BigInteger.Abs((BigInteger)value).ToString(System.Globalization.CultureInfo.InvariantCulture).Length);
        var scaled = (BigInteger)Math.Truncate(value) * BigInteger.Pow(10, places);
        scaled += (BigInteger)((value - Math.Truncate(value)) * (decimal)BigInteger.Pow(10, places));
        var error = BigInteger.Abs(((BigInteger)index.Numerator * BigInteger.Pow(10, places)) - (scaled * index.Denominator));

        Assert.True(2 * error <= index.Denominator);
    }

    [Property]
    public void Difference_AnyTwo_IsTheRoundedExactDifference(short a, short b, PositiveInt common, Rounding rule) => Assert.Equal(
        new ExactIndex(a - b, common.Get).Round(rule),
        ExactIndex.Difference(new ExactIndex(a, common.Get), new ExactIndex(b * 3L, common.Get * 3L), rule));

    [Fact]
    public void Equality_SameValueInOtherTerms_IsOneValue()
    {
        Assert.Equal(new ExactIndex(59, 20), new ExactIndex(590, 200));
        Assert.Equal(new ExactIndex(59, 20).GetHashCode(), new ExactIndex(590, 200).GetHashCode());
        Assert.Equal(new ExactIndex(0, 3).GetHashCode(), new ExactIndex(0, 7).GetHashCode());
        Assert.NotEqual(new ExactIndex(0, 3), ExactIndex.None);
        Assert.True(ExactIndex.None < new ExactIndex(-1, 1));
    }

    [Theory]
    [InlineData(19, 6, "3.166666666666666666666666667")]
    [InlineData(1, 3, "0.3333333333333333333333333333")]
    [InlineData(2, 3, "0.6666666666666666666666666667")]
    [InlineData(11790, 4000, "2.9475")]
    [InlineData(300, 100, "3")]
    [InlineData(0, 100, "0")]
    [InlineData(-103, 100, "-1.03")]
    [InlineData(long.MinValue, 1, "-9223372036854775808")]
    public void ToString_Fraction_IsExactOr28Digits(long numerator, long denominator, string text) =>
        Assert.Equal(text, new ExactIndex(numerator, denominator).ToString());

    [Fact]
    public void None_HasNoFigure()
    {
        Assert.Equal("", ExactIndex.None.ToString());
        Assert.Throws<InvalidOperationException>(() => ExactIndex.None.ToDecimal());
        Assert.Throws<InvalidOperationException>(() => ExactIndex.None.Round(new Rounding(2, RoundingMode.HalfUp)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExactIndex(1, 0));
    }
}
