using DgccAssess.Scoring.Disclosure;
using DgccAssess.Scoring.National;

namespace DgccAssess.TestCommon.Disclosure;

/// <summary>A country's agencies by group, region and the predicate of every node; some groups and regions have few.</summary>
public static class SampleCountry
{
    public const int Groups = 6;
    public const int Regions = 34;
    public const int Nodes = 12;
    public const int Predicates = 5;

    /// <summary>Of every node, group by predicate and region by predicate.</summary>
    public static IReadOnlyList<CountTable> Tables(int agencies, ulong seed = 7, int groups = Groups, int regions = Regions, int nodes = Nodes, int predicates = Predicates)
    {
        var place = 0UL;
        var drawn = Enumerable.Range(0, agencies).Select(_ =>
        {
            var (group, region, level) = ((int)(groups * Math.Pow(Unit(), 1.7)), (int)(regions * Math.Pow(Unit(), 1.3)), Unit());
            return (Group: group, Region: region, Predicates: Enumerable.Range(0, nodes).Select(_ => Math.Min((int)(predicates * ((0.6 * level) + (0.5 * Unit()))), predicates - 1)).ToArray());
        }).ToList();
        return [.. Enumerable.Range(0, nodes).SelectMany(node => new[]
        {
            Table("group", groups, node, [.. drawn.Select(a => (a.Group, a.Predicates[node]))], predicates),
            Table("region", regions, node, [.. drawn.Select(a => (a.Region, a.Predicates[node]))], predicates),
        })];

        double Unit() => SplitMix64.UnitAt(seed, place++);
    }

    private static CountTable Table(string what, int size, int node, IReadOnlyList<(int Row, int Column)> agencies, int predicates)
    {
        long[][] counts = [.. Enumerable.Range(0, size).Select(_ => new long[predicates])];
        foreach (var (row, column) in agencies) counts[row][column]++;
        return new CountTable
        {
            Name = $"{what} {node}",
            RowDimension = what,
            ColumnDimension = $"node {node}",
            Rows = [.. Enumerable.Range(0, size).Select(i => $"{what} {i}")],
            Columns = [.. Enumerable.Range(0, predicates).Select(i => $"predicate {i}")],
            Counts = counts,
        };
    }
}
