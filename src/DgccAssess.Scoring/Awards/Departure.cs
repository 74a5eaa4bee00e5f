namespace DgccAssess.Scoring.Awards;

public enum DepartureKind
{
    /// <summary>Does not win, whatever its rank. Nobody moves up by that alone.</summary>
    Withhold,

    /// <summary>Wins, or wins another level, whatever its rank.</summary>
    Award,
}

/// <summary>A person's decision that differs from the ranking (src/decisions/0020). Reasons are the caller's.</summary>
/// <param name="Category">Code.</param>
/// <param name="Candidate">Code; one departure each in a category.</param>
/// <param name="Kind">What is decided.</param>
/// <param name="Level">Of the prize; null without levels.</param>
public sealed record Departure(string Category, string Candidate, DepartureKind Kind, string? Level);

/// <summary>A prize as decided.</summary>
/// <param name="Code">Of the winner.</param>
/// <param name="Ranked">Where the rules put it; null when they refuse it.</param>
/// <param name="Level">Of the prize; null without levels.</param>
/// <param name="IsDeparture">A person decided it.</param>
public sealed record Prize(string Code, RankedCandidate? Ranked, string? Level, bool IsDeparture);

/// <summary>Prizes of a category: the ranking's winners and what people decided otherwise.</summary>
public static class Prizes
{
    /// <returns>In the order of ranks; whoever has none stands last, in the order of codes.</returns>
    public static IReadOnlyList<Prize> Of(CategoryRanking ranking, IEnumerable<Departure> departures)
    {
        var decided = departures.Where(d => string.Equals(d.Category, ranking.Category.Code, StringComparison.Ordinal)).ToDictionary(d => d.Candidate, StringComparer.Ordinal);
        var prizes = ranking.Winners.Where(w => !decided.ContainsKey(w.Code)).Select(w => new Prize(w.Code, w, w.Level, IsDeparture: false)).ToList();
        if (decided.Count == 0)
            return prizes;
        var ranks = ranking.Ranking.Where(r => decided.ContainsKey(r.Code)).ToDictionary(r => r.Code, StringComparer.Ordinal);
        prizes.AddRange(decided.Values.Where(d => d.Kind is DepartureKind.Award).Select(d => new Prize(d.Candidate, ranks.GetValueOrDefault(d.Candidate), d.Level, IsDeparture: true)));
        return [.. prizes.OrderBy(p => p.Ranked?.Rank ?? int.MaxValue).ThenBy(p => p.Code, StringComparer.Ordinal)];
    }
}
