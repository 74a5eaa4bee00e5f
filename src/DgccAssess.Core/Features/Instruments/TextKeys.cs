using System.Globalization;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Core.Features.Instruments;

/// <summary>The keys under which an instrument's words are stored; a translator's file uses exactly these.</summary>
public static class TextKeys
{
    public const string Title = "title";

    public static string Tier(string tier) => $"tier.{tier}";

    public static string LevelName(string scale, int level) => string.Create(CultureInfo.InvariantCulture, $"scale.{scale}.{level}.name");

    public static string LevelMeaning(string scale, int level) => string.Create(CultureInfo.InvariantCulture, $"scale.{scale}.{level}.meaning");

    public static string Predicate(string predicate) => $"predicate.{predicate}";

    public static string Name(string node) => $"{node}.name";

    public static string Question(string indicator) => $"{indicator}.question";

    /// <summary>Every key of an instrument, in the order of its texts files.</summary>
    public static IEnumerable<string> Of(Instrument instrument) =>
        [
            Title,
            .. instrument.Tiers.Select(Tier),
            .. instrument.Scales.SelectMany(s => s.Levels.SelectMany(l => new[] { LevelName(s.Code, l), LevelMeaning(s.Code, l) })),
            .. instrument.Predicates.Select(p => Predicate(p.Code)),
            .. instrument.Nodes.SelectMany(OfNode),
        ];

    private static IEnumerable<string> OfNode(Node node) => [Name(node.Code), .. OfIndicator(node), .. node.Children.SelectMany(OfNode)];

    // A criterion's and an evidence kind's code is its key.
    private static IEnumerable<string> OfIndicator(Node node) =>
        node.Indicator is { } indicator ? [Question(node.Code), .. indicator.Levels.SelectMany(l => l.Criteria), .. indicator.EvidenceKinds] : [];
}
