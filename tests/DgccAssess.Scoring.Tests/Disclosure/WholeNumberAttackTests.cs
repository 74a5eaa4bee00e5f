using DgccAssess.Scoring.Disclosure;
using DgccAssess.Scoring.National;

namespace DgccAssess.Scoring.Tests.Disclosure;

/// <summary>Agencies are whole: tries every table of whole numbers that fits what is published of a table and of its filter.</summary>
public sealed class WholeNumberAttackTests(ITestOutputHelper output)
{
    private const int MostHidden = 4;
    private static readonly DisclosureRule Rule = new() { Threshold = 3 };

    [Fact]
    public void EveryHiddenCount_CanBeAnother()
    {
        var (tried, cases) = (0, 0);
        for (var seed = 0UL; seed < 3000; seed++)
        {
            long[] part = [.. Enumerable.Range(0, 4).Select(i => (long)(9 * SplitMix64.UnitAt(seed, (ulong)i)))];
            long[] all = [.. part.Select((count, i) => count + Math.Max(0, (long)(9 * SplitMix64.UnitAt(seed, 4 + (ulong)i)) - 3))];
            var protection = DisclosureControl.Protect([Table("all", all), Table("part", part) with { SubsetOf = "all" }], Rule);
            var shown = protection.Tables.SelectMany(Places).ToList();
            var unknown = Enumerable.Range(0, 8).Where(i => shown[Cell(i)] is null).ToList();
            if (unknown.Count is 0 or > MostHidden) continue;
            cases++;
            var truth = new[] { all, part }.SelectMany(cells => cells).ToArray();
            var possible = Fitting(truth, unknown, shown).ToList();
            foreach (var place in Enumerable.Range(0, 18).Where(place => shown[place] is null))
            {
                tried++;
                var values = possible.ConvertAll(table => Places(table)[place]);
                Assert.True(values.Distinct().Count() > 1, $"seed {seed}, place {place}");
                Assert.True(Places(truth)[place] is 0 or >= 3 || values.Max() >= Rule.Threshold, $"seed {seed}, place {place}");
            }
        }

        output.WriteLine($"{cases} cases, {tried} hidden counts tried, recovered 0");
        Assert.InRange(cases, 100, int.MaxValue);
    }

    private static IEnumerable<long[]> Fitting(long[] truth, List<int> unknown, List<long?> shown)
    {
        // Higher than this nothing needs to go to differ.
        const int Most = 12;
        var count = (int)Math.Pow(Most + 1, unknown.Count);
        for (var number = 0; number < count; number++)
        {
            var table = truth.ToArray();
            var rest = number;
            foreach (var cell in unknown) (table[cell], rest) = (rest % (Most + 1), rest / (Most + 1));
            if (Enumerable.Range(0, 4).All(i => table[i] >= table[4 + i]) && Places(table).Zip(shown).All(pair => pair.Second is null || pair.Second == pair.First)) yield return table;
        }
    }

    /// <summary>The nine places of both tables.</summary>
    private static long[] Places(long[] cells) => [.. cells.Chunk(4).SelectMany(c => new[] { c[0], c[1], c[0] + c[1], c[2], c[3], c[2] + c[3], c[0] + c[2], c[1] + c[3], c.Sum() })];

    private static long?[] Places(PublishedTable table) =>
        [table.Counts[0][0], table.Counts[0][1], table.RowTotals[0], table.Counts[1][0], table.Counts[1][1], table.RowTotals[1], .. table.ColumnTotals, table.Total];

    private static int Cell(int i) => (i / 4 * 9) + (i % 4 / 2 * 3) + (i % 2);

    private static CountTable Table(string name, long[] cells) => Tables.Of([cells[..2], cells[2..]]) with { Name = name };
}
