using DgccAssess.Scoring.Agreement;
using FsCheck.Xunit;

namespace DgccAssess.Scoring.Tests.Agreement;

public sealed class JuryAgreementTests
{
    [Fact]
    public void Of_OneOrder_IsOne() => Assert.Equal(1m, JuryAgreement.Of([Points(90, 80, 70), Points(60, 50, 40), Points(9, 8, 7)]).Concordance);

    [Fact]
    public void Of_OppositeOrders_IsZero() => Assert.Equal(0m, JuryAgreement.Of([Points(3, 2, 1), Points(1, 2, 3)]).Concordance);

    // Kendall's example form: three jurors, six candidates, no ties.
    [Fact]
    public void Of_WithoutTies_IsTheFormula()
    {
        var agreement = JuryAgreement.Of([Ranks(1, 6, 3, 2, 5, 4), Ranks(1, 5, 6, 4, 2, 3), Ranks(6, 3, 2, 5, 4, 1)]);

        decimal[] sums = [8, 14, 11, 11, 11, 8];
        Assert.Equal(12 * sums.Sum(s => (s - 10.5m) * (s - 10.5m)) / (9 * 210m), agreement.Concordance);
    }

    // Ranks 1.5 1.5 3 and 1 2.5 2.5: sums 2.5, 4, 5.5; S = 4.5, ties 6 each: 12 x 4.5 / (4 x 24 - 2 x 12) = 0.75.
    [Fact]
    public void Of_WithTies_IsCorrected() => Assert.Equal(0.75m, JuryAgreement.Of([Points(9, 9, 5), Points(8, 6, 6)]).Concordance);

    [Fact]
    public void Of_AllTheSame_IsUnknown() => Assert.Null(JuryAgreement.Of([Points(5, 5), Points(7, 7)]).Concordance);

    [Fact]
    public void Of_OneWhoStandsAside_LeavesTheCandidateOutOfConcordanceOnly()
    {
        var agreement = JuryAgreement.Of([Points(9, 8, 1), new Dictionary<string, decimal> { ["a"] = 7, ["b"] = 6 }]);

        Assert.Equal((2, 2, 1m, 2m), (agreement.Jurors, agreement.Complete, agreement.Concordance!.Value, agreement.MeanDifference!.Value));
    }

    [Fact]
    public void Of_NobodyOrOne_IsUnknown()
    {
        Assert.Equal(new JuryAgreement(0, 0, null, null), JuryAgreement.Of([]));
        Assert.Equal(new JuryAgreement(1, 2, null, null), JuryAgreement.Of([Points(1, 2)]));
    }

    [Property]
    public bool Of_AnyPoints_LiesBetweenNoneAndOneAndIgnoresTheOrderOfJurors(byte[] one, byte[] other, byte[] third)
    {
        var count = Math.Min(one.Length, Math.Min(other.Length, third.Length));
        IReadOnlyDictionary<string, decimal>[] jurors = [Points(one.Take(count)), Points(other.Take(count)), Points(third.Take(count))];
        var (agreement, turned) = (JuryAgreement.Of(jurors), JuryAgreement.Of([.. jurors.Reverse()]));
        return agreement == turned && agreement.Concordance is null or (>= 0 and <= 1);
    }

    private static Dictionary<string, decimal> Ranks(params decimal[] ranks) => Points([.. ranks.Select(r => 10 - r)]);

    private static Dictionary<string, decimal> Points(IEnumerable<byte> points) => Points([.. points.Select(p => (decimal)p)]);

    private static Dictionary<string, decimal> Points(params decimal[] points) => points.Select((p, i) => (Code: $"{(char)('a' + i)}", p)).ToDictionary(p => p.Code, p => p.p);
}
