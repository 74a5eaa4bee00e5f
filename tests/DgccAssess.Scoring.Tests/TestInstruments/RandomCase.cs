using DgccAssess.Scoring.Instruments;
using FsCheck;
using FsCheck.Fluent;

namespace DgccAssess.Scoring.Tests.TestInstruments;

/// <summary>An instrument of random shape, weights, scale and rounding with a full set of valid ratings.</summary>
public sealed record RandomCase(Instrument Instrument, Dictionary<string, decimal?> Ratings)
{
    public override string ToString() => $"{string.Join("; ", LeavesOf(Instrument.Nodes).Select(leaf => $"{leaf.Code}: {leaf.Weight} x {Ratings[leaf.Code]}"))}";

    public static IEnumerable<Node> LeavesOf(IEnumerable<Node> nodes) =>
        nodes.SelectMany(node => node.Indicator is null ? LeavesOf(node.Children) : [node]);
}

public static class RandomCases
{
    private static readonly string[][] TierSets = [["indicator"], ["aspect", "indicator"], ["domain", "aspect", "indicator"], ["part", "domain", "aspect", "indicator"]];

    public static Arbitrary<RandomCase> Complete() => Cases(NotApplicablePolicy.Forbidden).ToArbitrary();

    /// <summary>About a third of the indicators not applicable.</summary>
    internal static Gen<RandomCase> WithNotApplicable { get; } =
        from one in Cases(NotApplicablePolicy.Excluded)
        from dropped in Gen.Choose(0, 2).ArrayOf(one.Ratings.Count)
        select one with { Ratings = one.Ratings.Zip(dropped).ToDictionary(p => p.First.Key, p => p.Second == 0 ? null : p.First.Value, StringComparer.Ordinal) };

    private static Gen<RandomCase> Cases(NotApplicablePolicy policy) =>
        from tiers in Gen.Elements(TierSets)
        from floor in Gen.Choose(0, 1)
        from ceiling in Gen.Choose(3, 10)
        from decimals in Gen.Elements(false, true)
        from places in Gen.Choose(0, 6)
        from mode in Gen.Elements(RoundingMode.HalfUp, RoundingMode.HalfEven, RoundingMode.Truncate)
        from seeds in Gen.Choose(0, 1_000_000).ArrayOf(400)
        let scale = Build.Levels(floor, ceiling, decimals)
        let source = new Source(seeds)
        let nodes = source.Nodes(tiers, depth: 0)
        select new RandomCase(
            Build.Instrument(tiers, scale, nodes) with
            {
                Rounding = new Rounding(places, mode),
                NotApplicable = policy,
                Predicates = [new Predicate { Code = "any", From = floor, To = ceiling, ToInclusive = true }],
            },
            RandomCase.LeavesOf(nodes).ToDictionary(leaf => leaf.Code, _ => (decimal?)source.Rating(scale), StringComparer.Ordinal));

    private sealed class Source(int[] seeds)
    {
        private int used;
        private int leaves;
        private int groups;

        public IReadOnlyList<Node> Nodes(string[] tiers, int depth) => [.. Enumerable.Range(0, 1 + (Next() % 3)).Select(_ => depth == tiers.Length - 1
            ? Build.Leaf($"I{++leaves}", (1 + (Next() % 2000)) / 100m)
            : Build.Group(tiers[depth], $"G{++groups}", Nodes(tiers, depth + 1)))];

        public decimal Rating(Scale scale) => scale.AllowsDecimals
            ? scale.Floor + (Next() % (((scale.Ceiling - scale.Floor) * 100) + 1) / 100m)
            : scale.Levels[Next() % scale.Levels.Count];

        private int Next() => seeds[used++ % seeds.Length];
    }
}
