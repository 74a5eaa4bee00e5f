using DgccAssess.Scoring.Disclosure;
using DgccAssess.TestCommon.Disclosure;

namespace DgccAssess.Scoring.Tests.Disclosure;

/// <summary>Many nodes by the same groups and regions: the unknowns are the cells of every table, and that they share margins.</summary>
public sealed class SharedMarginsAttackTests(ITestOutputHelper output)
{
    private const int Groups = 2;
    private const int Regions = 3;
    private const int Nodes = 9;
    private const int Predicates = 3;

    [Theory]
    [InlineData(30, 1, false)]
    [InlineData(45, 2, true)]
    [InlineData(60, 3, false)]
    [InlineData(90, 4, true)]
    public void Attack_RecoversNothing(int agencies, int seed, bool showZeros)
    {
        var rule = new DisclosureRule { ShowZeros = showZeros };
        var tables = SampleCountry.Tables(agencies, (ulong)seed, Groups, Regions, Nodes, Predicates);
        var protection = DisclosureControl.Protect(tables, rule);
        var places = tables.SelectMany((table, t) => Places(table, Enumerable.Range(0, t).Sum(before => tables[before].Rows.Count * Predicates)).Select(p => (p.Value, p.Cells, Shown: Shown(protection.Tables[t], p.Row, p.Column)))).ToList();

        var bounds = new LinearBounds(tables.Sum(table => table.Rows.Count * Predicates));
        foreach (var (value, cells, shown) in places)
        {
            if (shown is { } count) bounds.Equal(cells, count);
            else if (showZeros && value > 0) bounds.AtLeast(cells, 1);
        }

        const int Node = (Groups + Regions) * Predicates;
        for (var node = 0; node < Nodes; node++)
        {
            for (var row = 0; row < Groups + Regions && node > 0; row++) bounds.Same(Row(0, row), Row(node, row));
            for (var column = 0; column < Predicates; column++)
                bounds.Same(Enumerable.Range(0, Groups).Select(g => (node * Node) + (g * Predicates) + column), Enumerable.Range(Groups, Regions).Select(r => (node * Node) + (r * Predicates) + column));
        }

        var hidden = places.Where(p => p.Shown is null).ToList();
        var ranges = hidden.ConvertAll(p => (p.Value, Range: bounds.Of(p.Cells)));
        output.WriteLine($"cells tried {hidden.Count}, of {places.Count}");

        Assert.Empty(protection.Exposed);
        Assert.NotEmpty(hidden);
        Assert.DoesNotContain(ranges, r => r.Range.Most is { } most && most - r.Range.Least < 1);
        Assert.DoesNotContain(ranges, r => r.Value > 0 && r.Value < rule.Threshold && r.Range.Most < rule.Threshold);

        static IEnumerable<int> Row(int node, int row) => Enumerable.Range((node * Node) + (row * Predicates), Predicates);
    }

    private static IEnumerable<(int Row, int Column, long Value, int[] Cells)> Places(CountTable table, int first) =>
        from row in Enumerable.Range(0, table.Rows.Count + 1)
        from column in Enumerable.Range(0, Predicates + 1)
        let rows = row < table.Rows.Count ? [row] : Enumerable.Range(0, table.Rows.Count).ToArray()
        let columns = column < Predicates ? [column] : Enumerable.Range(0, Predicates).ToArray()
        select (row, column, rows.Sum(r => columns.Sum(c => table.Counts[r][c])), rows.SelectMany(r => columns.Select(c => first + (r * Predicates) + c)).ToArray());

    private static long? Shown(PublishedTable table, int row, int column) =>
        row < table.RowTotals.Count ? column < Predicates ? table.Counts[row][column] : table.RowTotals[row] : column < Predicates ? table.ColumnTotals[column] : table.Total;
}
