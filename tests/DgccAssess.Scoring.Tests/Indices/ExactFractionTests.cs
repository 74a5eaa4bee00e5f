using System.Numerics;
using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Instruments;
using FsCheck;
using FsCheck.Xunit;

namespace DgccAssess.Scoring.Tests.Indices;

public sealed class ExactFractionTests
{
    private static readonly Rounding Two = new(2, RoundingMode.HalfUp);

    [Fact]
    public void Mean_OfPublishedParts_WouldBeAnother()
    {
        // 2.594 and 2.604: their mean is 2.599, shown as 2.60. Through the published 2.59 and 2.60 it would be 2.595.
        var mean = ExactFraction.Mean([new(2594, 1000), new(2604, 1000)])!.Value;

        Assert.Equal((2.60m, 2.599m, "2599/1000"), (mean.Round(Two), mean.ToDecimal(), mean.ToString()));
    }

    [Fact]
    public void Mean_OfSeveralDenominators_IsExact() => Assert.Equal(new ExactFraction(11, 18), ExactFraction.Mean([new(1, 2), new(1, 3), new(1, 1)]));

    [Fact]
    public void Mean_OfNothing_IsNone() => Assert.Null(ExactFraction.Mean([]));

    [Fact]
    public void Round_NegativeHalf_GoesAwayFromZero() => Assert.Equal(-0.13m, new ExactFraction(-125, 1000).Round(Two));

    [Theory]
    [InlineData("1/0")]
    [InlineData("1/-2")]
    [InlineData("1/2/3")]
    [InlineData("1.5")]
    [InlineData("")]
    public void Parse_OtherText_Throws(string text) => Assert.Throws<FormatException>(() => ExactFraction.Parse(text));

    [Property]
    public void Parse_ReadsWhatWasWritten(BigInteger numerator, PositiveInt denominator)
    {
        var given = new ExactFraction(numerator, denominator.Get);

        Assert.Equal(given, ExactFraction.Parse(given.ToString()));
    }

    [Property]
    public void Arithmetic_IsThatOfFractions(int a, PositiveInt b, int c, PositiveInt d)
    {
        var (left, right) = (new ExactFraction(a, b.Get), new ExactFraction(c, d.Get));

        Assert.Equal(left, left + right - right);
        Assert.Equal(left + left + left, left * 3);
        Assert.Equal(left, left * 7 / 7);
        Assert.Equal(((BigInteger)a * d.Get).CompareTo((BigInteger)c * b.Get), left.CompareTo(right));
    }
}
