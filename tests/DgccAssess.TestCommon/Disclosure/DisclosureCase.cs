using DgccAssess.Scoring.Disclosure;
using DgccAssess.Scoring.National;

namespace DgccAssess.TestCommon.Disclosure;

/// <summary>A table of a case: two attributes, and which agencies it counts.</summary>
/// <param name="Name">Of the table.</param>
/// <param name="Row">Number of the attribute in the rows.</param>
/// <param name="Column">Number of the attribute in the columns.</param>
/// <param name="Filter">Attribute and value it counts only; null: everybody.</param>
/// <param name="SubsetOf">What it says it is part of.</param>
public sealed record CaseTable(string Name, int Row, int Column, (int Attribute, int Value)? Filter = null, string? SubsetOf = null);

/// <summary>Agencies drawn at random with attributes, the tables counted of them, and when each is published.</summary>
public sealed class DisclosureCase
{
    private readonly int[] sizes;
    private readonly long[] counts;

    private DisclosureCase(int[] sizes, long[] counts) => (this.sizes, this.counts) = (sizes, counts);

    public required DisclosureRule Rule { get; init; }
    public required string Kind { get; init; }
    public required IReadOnlyList<CaseTable> Tables { get; init; }

    /// <summary>Whether tables say what their axes are.</summary>
    public required bool IsNamed { get; init; }

    /// <summary>How many of the tables were published before the rest; 0: all at once.</summary>
    public required int First { get; init; }

    /// <summary>Combinations of attributes: what an attacker does not know.</summary>
    public int Combinations => counts.Length;

    public static DisclosureCase Of(int seed)
    {
        var draws = new Draws((ulong)seed);
        var (kind, tables, attributes) = Kinds[seed % Kinds.Length];
        int[] drawn = [.. Enumerable.Range(0, attributes).Select(_ => draws.Between(2, attributes > 3 ? 3 : 5))];
        // The last attribute of a filtered case is who was verified.
        if (tables.Any(t => t.Filter is not null)) drawn[^1] = 2;
        var (empty, scale) = (draws.Unit() * 0.7, draws.Between(1, 19));
        var agencies = new long[drawn.Aggregate(1, (a, b) => a * b)];
        for (var i = 0; i < agencies.Length; i++) agencies[i] = draws.Unit() < empty ? 0 : (long)(-Math.Log(1 - draws.Unit()) * scale);
        return new DisclosureCase(drawn, agencies)
        {
            Kind = kind,
            Tables = tables,
            Rule = new DisclosureRule { Threshold = draws.Between(3, 7), ShowZeros = draws.Between(0, 1) == 0 },
            IsNamed = draws.Between(0, 1) == 0,
            First = kind.Contains("then", StringComparison.Ordinal) ? 1 : 0,
        };
    }

    public IReadOnlyList<CountTable> CountTables(IReadOnlyList<IReadOnlyList<PublishedTable>> before) => [.. Tables.Select((table, t) => new CountTable
    {
        Name = table.Name,
        RowDimension = IsNamed ? $"attribute {table.Row}" : null,
        ColumnDimension = IsNamed ? $"attribute {table.Column}" : null,
        SubsetOf = IsNamed ? table.SubsetOf : null,
        Rows = [.. Enumerable.Range(0, sizes[table.Row]).Select(value => $"{table.Row}-{value}")],
        Columns = [.. Enumerable.Range(0, sizes[table.Column]).Select(value => $"{table.Column}-{value}")],
        Counts = [.. Enumerable.Range(0, sizes[table.Row]).Select(row => (IReadOnlyList<long>)[.. Enumerable.Range(0, sizes[table.Column]).Select(column => Count(Behind(table, row, column)))])],
        Previous = [.. before.SelectMany(publication => publication.Where(p => p.Name == table.Name))],
    })];

    public long Count(IEnumerable<int> combinations) => combinations.Sum(i => counts[i]);

    /// <summary>Every place of a table, margins with null, and the combinations it counts.</summary>
    public IEnumerable<(int? Row, int? Column, int[] Behind)> Places(CaseTable table)
    {
        for (var row = 0; row <= sizes[table.Row]; row++)
        {
            for (var column = 0; column <= sizes[table.Column]; column++)
            {
                var (r, c) = (row < sizes[table.Row] ? row : (int?)null, column < sizes[table.Column] ? column : (int?)null);
                yield return (r, c, [.. Behind(table, r, c)]);
            }
        }
    }

    private IEnumerable<int> Behind(CaseTable table, int? row, int? column) => Enumerable.Range(0, counts.Length).Where(i =>
        (row is null || Value(i, table.Row) == row) && (column is null || Value(i, table.Column) == column) && (table.Filter is not { } filter || Value(i, filter.Attribute) == filter.Value));

    private int Value(int combination, int attribute) => combination / sizes[..attribute].Aggregate(1, (a, b) => a * b) % sizes[attribute];

    private static readonly (string Kind, CaseTable[] Tables, int Attributes)[] Kinds =
    [
        ("one table", [new("a", 0, 1)], 2),
        ("group and region by predicate", [new("a", 0, 2), new("b", 1, 2)], 3),
        ("one group, two predicates", [new("a", 0, 1), new("b", 0, 2)], 3),
        ("all and verified", [new("a", 0, 1), new("b", 0, 1, (2, 1), "a")], 3),
        ("verified, then all", [new("b", 0, 1, (2, 1), "a"), new("a", 0, 1)], 3),
        ("all, verified and not", [new("a", 0, 1), new("b", 0, 1, (2, 1), "a"), new("c", 1, 0, (2, 0), "a")], 3),
        ("group, then region by predicate", [new("a", 0, 2), new("b", 1, 2)], 3),
        ("a chain of three", [new("a", 0, 1), new("b", 1, 2), new("c", 2, 3)], 4),
        ("group and region by predicate, all and verified", [new("a", 0, 2), new("b", 1, 2), new("c", 0, 2, (3, 1), "a"), new("d", 1, 2, (3, 1), "b")], 4),
        ("a circle of three", [new("a", 0, 2), new("b", 1, 2), new("c", 0, 1)], 3),
        ("a circle of four", [new("a", 0, 1), new("b", 1, 2), new("c", 2, 3), new("d", 3, 0)], 4),
        ("two of a circle, then the third", [new("a", 0, 2), new("b", 1, 2), new("c", 0, 1)], 3),
        ("one table, then the same", [new("a", 0, 1), new("b", 1, 0)], 2),
    ];

    private sealed class Draws(ulong seed)
    {
        private ulong place;

        public double Unit() => SplitMix64.UnitAt(seed, place++);

        public int Between(int least, int most) => least + (int)(Unit() * (most - least + 1));
    }
}
