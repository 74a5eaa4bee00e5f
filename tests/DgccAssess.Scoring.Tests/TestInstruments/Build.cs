using System.Globalization;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Scoring.Tests.TestInstruments;

/// <summary>Short ways to write trees and instruments by hand.</summary>
internal static class Build
{
    public static Node Group(string tier, string code, params IReadOnlyList<Node> children) =>
        new() { Code = code, Tier = tier, Weight = children.Sum(child => child.Weight), Children = children };

    /// <summary>An indicator with criteria code.level.a, code.level.b for each of those levels.</summary>
    public static Node Leaf(string code, decimal weight, string scale = "level", params IReadOnlyList<int> criteriaFor) => new()
    {
        Code = code,
        Tier = "indicator",
        Weight = weight,
        Indicator = new Indicator
        {
            Scale = scale,
            Levels = [.. criteriaFor.Select(level => new LevelCriteria(level, [$"{code}.{level}.a", $"{code}.{level}.b"]))],
            EvidenceKinds = [$"{code}.evidence.1"],
        },
    };

    public static IEnumerable<Node> Leaves(int first, int last, decimal weight, string prefix = "I") =>
        Enumerable.Range(first, last - first + 1).Select(number => Leaf(prefix + number.ToString(CultureInfo.InvariantCulture), weight, "level", 1, 2, 3, 4, 5));

    public static Scale Levels(int floor, int ceiling, bool decimals = false, string code = "level") =>
        new() { Code = code, Levels = [.. Enumerable.Range(floor, ceiling - floor + 1)], AllowsDecimals = decimals };

    /// <summary>Predicates of PermenPANRB 59/2020.</summary>
    public static IReadOnlyList<Predicate> SpbePredicates(decimal floor = 1) =>
    [
        new() { Code = "outstanding", From = 4.2m, To = 5.0m, ToInclusive = true },
        new() { Code = "very-good", From = 3.5m, To = 4.2m },
        new() { Code = "good", From = 2.6m, To = 3.5m },
        new() { Code = "fair", From = 1.8m, To = 2.6m },
        new() { Code = "poor", From = floor, To = 1.8m },
    ];

    public static Instrument Instrument(IReadOnlyList<string> tiers, Scale scale, params IReadOnlyList<Node> nodes) => new()
    {
        Code = "test",
        Languages = ["en"],
        Tiers = tiers,
        Scales = [scale],
        Rounding = new Rounding(2, RoundingMode.HalfUp),
        Predicates = SpbePredicates(scale.Floor),
        NotApplicable = NotApplicablePolicy.Forbidden,
        Nodes = nodes,
    };

    public static Dictionary<string, decimal?> RatingsOf(params IEnumerable<(string Code, decimal? Rating)> ratings) =>
        ratings.ToDictionary(pair => pair.Code, pair => pair.Rating, StringComparer.Ordinal);
}
