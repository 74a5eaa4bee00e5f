using DgccAssess.Core.Features.Results.Tables;
using DgccAssess.Scoring.Awards;

namespace DgccAssess.Core.Features.Awards.Rounds;

/// <summary>A ranking as a table: a row for everybody ranked and everybody refused in each category. Columns are codes, the same in every language.</summary>
public static class RankingTable
{
    private static readonly string[] Columns =
        ["award", "category", "rank", "code", "name", "group", "synthetic", "value", "exact", "tieBreak", "shared", "winner", "level", "refusals"];

    /// <param name="ranked">What is written.</param>
    /// <param name="name">Of the sheet and the file.</param>
    /// <param name="language">Of the agencies' names.</param>
    public static RoundTable Of(RankedAward ranked, string name, string language) => new(name, Columns, Rows(ranked, language).ToAsyncEnumerable());

    private static IEnumerable<object?[]> Rows(RankedAward ranked, string language)
    {
        foreach (var category in ranked.Ranking.Categories)
        {
            foreach (var one in category.Ranking) yield return Row(category, one.Code, one, refusals: null);
            foreach (var one in category.Refusals) yield return Row(category, one.Code, place: null, string.Join(' ', one.Reasons));
        }

        object?[] Row(CategoryRanking category, string code, RankedCandidate? place, string? refusals)
        {
            var agency = ranked.Candidates.Agencies[code];
            return
            [
                ranked.Award.Document.Award.Code, category.Category.Code, place?.Rank, code, agency.Names.In(language), agency.Group, agency.Synthetic,
                place?.Published, place?.Exact, place?.TieBreak is { } step ? RankingJson.Name(step.Figure) : null, place?.IsShared, place?.IsWinner, place?.Level, refusals,
            ];
        }
    }
}
