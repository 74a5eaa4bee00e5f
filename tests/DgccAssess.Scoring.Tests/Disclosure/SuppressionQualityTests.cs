using System.Globalization;
using DgccAssess.Scoring.Disclosure;
using DgccAssess.Scoring.National;
using DgccAssess.TestCommon.Disclosure;

namespace DgccAssess.Scoring.Tests.Disclosure;

/// <summary>How much more is hidden than must be: against every pattern there is, on tables small enough to try them all.</summary>
public sealed class SuppressionQualityTests(ITestOutputHelper output)
{
    private const int Size = 3;
    private const int Cases = 60;
    private static readonly DisclosureRule Rule = new();

    [Fact]
    public void HiddenForTheSakeOfOthers_IsCloseToTheLeast()
    {
        var (cells, leastCells, agencies, leastAgencies) = (0, 0, 0L, 0L);
        for (var seed = 0; seed < Cases; seed++)
        {
            var values = Values((ulong)seed);
            var published = Assert.Single(DisclosureControl.Protect([Tables.Of([.. values.Chunk(Size)])], Rule).Tables);
            var hidden = Enumerable.Range(0, 16).Where(place => Shown(published, place) is null && !Rule.Hides(Value(values, place))).ToList();
            var least = Least(values);
            (cells, leastCells) = (cells + hidden.Count, leastCells + least.Count);
            (agencies, leastAgencies) = (agencies + hidden.Sum(place => Value(values, place)), leastAgencies + least.Sum(place => Value(values, place)));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Cases} tables of {Size} x {Size}: {cells} counts hidden for others, the least is {leastCells} ({(double)cells / leastCells:F2}); agencies {agencies} against {leastAgencies} ({(double)agencies / leastAgencies:F2})"));
        Assert.InRange((double)agencies / leastAgencies, 1, 1.15);
    }

    private static long[] Values(ulong seed) => [.. Enumerable.Range(0, Size * Size).Select(i => SplitMix64.UnitAt(seed, (ulong)(2 * i)) < 0.25 ? 1 + (long)(4 * SplitMix64.UnitAt(seed, (ulong)(2 * i) + 1)) : 5 + (long)(40 * SplitMix64.UnitAt(seed, (ulong)(2 * i) + 1)))];

    /// <summary>The cheapest set of counts that protects: margins ten times as dear, as the product has it.</summary>
    private static List<int> Least(long[] values)
    {
        var open = Enumerable.Range(0, 16).Where(place => !Rule.Hides(Value(values, place))).ToList();
        // Patterns of up to five; no table here needs more.
        return Sets(open, 5).OrderBy(set => set.Sum(place => (1 + Value(values, place)) * (IsMargin(place) ? 10 : 1))).First(set => IsSafe(values, set));
    }

    private static IEnumerable<List<int>> Sets(List<int> of, int most) => most == 0 ? [[]] : Sets(of, most - 1).SelectMany(set =>
        set.Count < most - 1 ? [set] : of.Where(place => set.Count == 0 || place > set[^1]).Select(place => (List<int>)[.. set, place]).Prepend(set));

    private static bool IsSafe(long[] values, List<int> set)
    {
        var bounds = new LinearBounds(values.Length);
        bool IsHidden(int place) => set.Contains(place) || Rule.Hides(Value(values, place));
        foreach (var place in Enumerable.Range(0, 16).Where(place => !IsHidden(place))) bounds.Equal(Cells(place), Value(values, place));
        return Enumerable.Range(0, 16).Where(IsHidden).All(place => bounds.Of(Cells(place)) is var (least, most) && (most is not { } top
            || (set.Contains(place) ? top - least >= 1 : top >= Rule.Threshold)));
    }

    private static bool IsMargin(int place) => place / 4 == Size || place % 4 == Size;

    private static long Value(long[] values, int place) => Cells(place).Sum(cell => values[cell]);

    private static int[] Cells(int place) => [.. Enumerable.Range(0, Size * Size).Where(cell => (place / 4 == Size || cell / Size == place / 4) && (place % 4 == Size || cell % Size == place % 4))];

    private static long? Shown(PublishedTable table, int place) => (place / 4, place % 4) switch
    {
        (Size, Size) => table.Total,
        (Size, var column) => table.ColumnTotals[column],
        (var row, Size) => table.RowTotals[row],
        var (row, column) => table.Counts[row][column],
    };
}
