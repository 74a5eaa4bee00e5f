using DgccAssess.Core.Data;
using DgccAssess.Scoring.Awards;

namespace DgccAssess.Core.Features.Awards.Rounds;

/// <summary>What a departure from the ranking must be to be one.</summary>
internal static class DepartureRules
{
    /// <summary>Characters of a reason; the columns hold as many.</summary>
    public const int ReasonLength = 2000;

    /// <summary>Every problem at once; fields are those of the commands.</summary>
    public static IEnumerable<Problem> Check(RankedAward ranked, Departure departure, string reason)
    {
        var category = ranked.Ranking.Categories.FirstOrDefault(c => c.Category.Code == departure.Category);
        if (category is null) yield return new("Category", AwardRoundMessages.CategoryUnknown);
        if (!ranked.Candidates.Agencies.ContainsKey(departure.Candidate)) yield return new("Agency", AwardRoundMessages.AgencyUnknown);
        else if (category is not null && CheckWinner(category, departure) is { } problem) yield return problem;
        if (category is not null && CheckLevel(category.Category, departure) is { } level) yield return level;
        foreach (var said in CheckReason(reason)) yield return said;
    }

    public static IEnumerable<Problem> CheckReason(string reason)
    {
        if (reason.Length == 0) yield return new("Reason", AwardRoundMessages.ReasonMissing);
        if (reason.Length > ReasonLength) yield return new("Reason", Messages.TooLong, ReasonLength);
    }

    private static Problem? CheckWinner(CategoryRanking category, Departure departure)
    {
        var winner = category.Winners.FirstOrDefault(w => w.Code == departure.Candidate);
        return (departure.Kind, winner) switch
        {
            (DepartureKind.Withhold, null) => new Problem("Agency", AwardRoundMessages.NotWinner),
            (DepartureKind.Award, { } wins) when wins.Level == departure.Level => new Problem("Agency", AwardRoundMessages.IsWinner),
            _ => null,
        };
    }

    private static Problem? CheckLevel(AwardCategory category, Departure departure)
    {
        if (departure.Kind is DepartureKind.Withhold || category.Levels.Count == 0) return departure.Level is null ? null : new Problem("PrizeLevel", AwardRoundMessages.LevelUnknown);
        if (departure.Level is null) return new Problem("PrizeLevel", AwardRoundMessages.LevelMissing);
        return category.Levels.Any(l => l.Code == departure.Level) ? null : new Problem("PrizeLevel", AwardRoundMessages.LevelUnknown);
    }
}
