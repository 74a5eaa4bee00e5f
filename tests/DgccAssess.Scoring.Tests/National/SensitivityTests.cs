using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.National;
using FsCheck;
using FsCheck.Xunit;
using static DgccAssess.Scoring.Tests.TestInstruments.Build;

namespace DgccAssess.Scoring.Tests.National;

public sealed class SensitivityTests
{
    private const int Weightings = 200;

    private static readonly Instrument Tree = Instrument(
        ["domain", "indicator"], Levels(1, 5), Group("domain", "D1", [.. Leaves(1, 3, 5)]), Group("domain", "D2", [.. Leaves(4, 10, 2.5m)])) with { NotApplicable = NotApplicablePolicy.Excluded };

    private static readonly ScoringPlan Plan = ScoringPlan.Compile(Tree);

    [Fact]
    public void SplitMix64_GivesThePublishedNumbers() => Assert.Equal(
        [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
        Enumerable.Range(0, 5).Select(place => SplitMix64.At(1234567, (ulong)place)));

    [Fact]
    public void Weightings_KeepTheTreeAndStayWithinTheSpread()
    {
        var weights = new float[Plan.Indicators.Count];
        for (var number = 0; number < Weightings; number++)
        {
            new RandomWeightings(Plan, 3, 0.25).Draw(number, weights);

            Assert.InRange(weights.Sum(), 0.99999f, 1.00001f);
            // D1 has 15 of 32.5; at the most 15 x 1.25 against 17.5 x 0.75.
            Assert.InRange(weights[..3].Sum(), 15f * 0.75f / (11.25f + 21.875f) - 0.00001f, 18.75f / (18.75f + 13.125f) + 0.00001f);
        }
    }

    [Fact]
    public void Spread0_EverybodyKeepsTheDeclaredPlace()
    {
        var found = RankSensitivity.Of(Plan, [Flat(4), Flat(2), Flat(3), Flat(2)], ["a", "a", "b", "b"], seed: 1, Weightings, spread: 0);

        Assert.Equal([Fixed(1, 1), Fixed(3, 2), Fixed(2, 1), Fixed(3, 2)], found);

        static AgencySensitivity Fixed(int overall, int within) => new(new(Weightings, overall, overall), new(Weightings, within, within));
    }

    [Fact]
    public void OneStrongerInOneDomain_ChangesPlacesAboutAsOftenAsTheDomainsDo()
    {
        // By the declared weights the second leads by a little: 1 + 4 x 17.5 / 32.5 against 1 + 4 x 15 / 32.5.
        var (first, second) = (Row(5, 5, 5, 1, 1, 1, 1, 1, 1, 1), Row(1, 1, 1, 5, 5, 5, 5, 5, 5, 5));
        var found = RankSensitivity.Of(Plan, [first, second], ["a", "a"], seed: 7);

        // D2 x b > D1 x a where a, b are even on 0.75 to 1.25: 1 less the triangle above b = 6a/7, which is 28.6 % of the square.
        Assert.Equal(found[0].Overall.Kept, found[1].Overall.Kept);
        Assert.InRange(found[1].Overall.Kept, 0.69 * RankSensitivity.Weightings, 0.78 * RankSensitivity.Weightings);
        Assert.Equal((1, 2), (found[1].Overall.Low, found[1].Overall.High));
    }

    [Fact]
    public void NotApplicable_LeavesBothSums()
    {
        // Whatever the weights, 3 on what is applicable is 3.
        var found = RankSensitivity.Of(Plan, [Row(3, 3, ScoringPlan.NotApplicable, 3, 3, 3, 3, 3, 3, 3), Flat(2), Flat(4)], ["a", "a", "a"], seed: 1, Weightings);

        Assert.All(found, agency => Assert.Equal(Weightings, agency.Overall.Kept));
    }

    [Property(MaxTest = 40)]
    public void Counts_AreThoseOfPlainReading(NonEmptyArray<byte[]> seeds, int seed)
    {
        var rows = seeds.Get.Take(40).Select(bytes => Enumerable.Range(0, 10).Select(i => 100 * (1 + ((bytes is { Length: > 0 } ? bytes[i % bytes.Length] : 0) + i) % 5)).ToArray()).ToList();
        var groups = rows.Select((_, i) => i % 3 == 0 ? "x" : "y").ToList();
        var found = RankSensitivity.Of(Plan, rows, groups, (ulong)seed, weightings: 7);

        var (weights, counts) = (new float[10], new List<(int Overall, int InGroup)>[rows.Count]);
        for (var number = 0; number < 7; number++)
        {
            new RandomWeightings(Plan, (ulong)seed, RankSensitivity.Spread).Draw(number, weights);
            var scores = rows.Select(row => row.Zip(weights).Aggregate(0f, (sum, pair) => sum + (pair.First * pair.Second))).ToList();
            for (var i = 0; i < rows.Count; i++)
                (counts[i] ??= []).Add((1 + scores.Count(s => s > scores[i]), 1 + scores.Where((s, j) => groups[j] == groups[i] && s > scores[i]).Count()));
        }
        Assert.All(found.Select((agency, i) => (agency, counts[i])), pair =>
        {
            var overall = pair.Item2.Select(rank => rank.Overall).Order().ToList();
            var within = pair.Item2.Select(rank => rank.InGroup).Order().ToList();
            // 5 % and 95 % of seven are the first and the last.
            Assert.Equal((overall[0], overall[^1], within[0], within[^1]), (pair.agency.Overall.Low, pair.agency.Overall.High, pair.agency.InGroup.Low, pair.agency.InGroup.High));
        });
    }

    [Fact]
    public void OrderOfAgencies_IsIrrelevant()
    {
        int[][] rows = [.. Enumerable.Range(0, 50).Select(i => Enumerable.Range(0, 10).Select(k => 100 + (((i * 37) + (k * i * 11)) % 5 * 100)).ToArray())];
        string[] groups = [.. rows.Select((_, i) => $"{i % 4}")];
        var given = RankSensitivity.Of(Plan, rows, groups, seed: 9, Weightings);
        var reversed = RankSensitivity.Of(Plan, [.. rows.Reverse()], [.. groups.Reverse()], seed: 9, Weightings);

        Assert.Equal(given, reversed.Reverse());
        Assert.Contains(given, agency => agency.Overall.Kept < Weightings);
    }

    private static int[] Flat(int level) => [.. Enumerable.Repeat(level * ScoringPlan.RatingUnit, 10)];

    private static int[] Row(params int[] levels) => [.. levels.Select(level => level == ScoringPlan.NotApplicable ? level : level * ScoringPlan.RatingUnit)];
}
