using System.Globalization;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Benchmarks.Scoring;

/// <summary>An instrument of the size and weights of spbe-2020: 4 domains, 8 aspects, 47 indicators.</summary>
internal static class FortySevenIndicators
{
    private static readonly (int Count, decimal Weight)[][] Domains =
        [[(10, 1.3m)], [(4, 2.5m), (4, 2.5m), (2, 2.5m)], [(8, 1.5m), (3, 1.5m)], [(10, 2.75m), (6, 3m)]];

    public static Instrument Build()
    {
        var (aspect, indicator) = (0, 0);
        return new Instrument
        {
            Code = "forty-seven",
            Languages = ["en"],
            Tiers = ["domain", "aspect", "indicator"],
            Scales = [new Scale { Code = "level", Levels = [1, 2, 3, 4, 5] }],
            Rounding = new Rounding(2, RoundingMode.HalfUp),
            Predicates = [new Predicate { Code = "any", From = 1, To = 5, ToInclusive = true }],
            NotApplicable = NotApplicablePolicy.Forbidden,
            Nodes = [.. Domains.Select((aspects, i) => Group("domain", Code('D', i + 1), [.. aspects.Select(a =>
                Group("aspect", Code('A', ++aspect), [.. Enumerable.Range(0, a.Count).Select(_ => Leaf(Code('I', ++indicator), a.Weight))]))]))],
        };
    }

    private static Node Group(string tier, string code, IReadOnlyList<Node> children) =>
        new() { Code = code, Tier = tier, Weight = children.Sum(child => child.Weight), Children = children };

    private static Node Leaf(string code, decimal weight) =>
        new() { Code = code, Tier = "indicator", Weight = weight, Indicator = new Indicator { Scale = "level", Levels = [], EvidenceKinds = [] } };

    private static string Code(char tier, int number) => string.Create(CultureInfo.InvariantCulture, $"{tier}{number}");
}
