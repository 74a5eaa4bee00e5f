using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Scoring.Ratings;

/// <summary>What the criteria answered yes support.</summary>
/// <param name="Level">The highest level supported, at least the scale's floor; null when the indicator has no criteria (imported): they say nothing.</param>
/// <param name="NextLevel">The next level that has criteria; null at the top.</param>
/// <param name="MissingForNext">Criteria still unmet for <paramref name="NextLevel"/>, those of lower levels included, in reading order.</param>
public sealed record LevelSupport(int? Level, int? NextLevel, IReadOnlyList<string> MissingForNext);

/// <summary>Levels are cumulative: level N holds only if every criterion of all levels up to N holds (PermenPANRB 59/2020, Annex I).
/// The floor needs no proof: it is given even when its own criterion is answered no.</summary>
public static class CumulativeLevel
{
    /// <param name="indicator">The indicator; a level without criteria cannot be supported by itself.</param>
    /// <param name="scale">The indicator's scale.</param>
    /// <param name="met">Codes of the criteria answered yes; others' codes may be among them.</param>
    public static LevelSupport Supported(Indicator indicator, Scale scale, IReadOnlySet<string> met)
    {
        var levels = indicator.Levels.Where(level => level.Criteria.Count > 0).ToList();
        if (levels.Count == 0)
            return new LevelSupport(null, null, []);
        var held = levels.TakeWhile(level => level.Criteria.All(met.Contains)).Select(level => level.Level).LastOrDefault(scale.Floor);
        var supported = Math.Max(held, scale.Floor);
        var next = levels.FirstOrDefault(level => level.Level > supported);
        return next is null
            ? new LevelSupport(supported, null, [])
            : new LevelSupport(supported, next.Level, Unmet(indicator, next.Level, met));
    }

    /// <summary>Criteria a claimed rating lacks: the unmet ones of all levels up to it, in reading order; empty when it is supported. Between two levels the
    /// lower one counts (2.5 claims level 2). A claim of the floor lacks nothing.</summary>
    public static IReadOnlyList<string> Lacking(Indicator indicator, Scale scale, IReadOnlySet<string> met, decimal claimed) =>
        claimed < scale.Levels[1] ? [] : Unmet(indicator, claimed, met);

    private static List<string> Unmet(Indicator indicator, decimal upTo, IReadOnlySet<string> met) =>
        [.. indicator.Levels.Where(level => level.Level <= upTo).SelectMany(level => level.Criteria).Where(criterion => !met.Contains(criterion))];
}
