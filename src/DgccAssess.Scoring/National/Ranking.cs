using DgccAssess.Scoring.Indices;

namespace DgccAssess.Scoring.National;

/// <summary>Ranks on exact indices: equal indices share a rank and the ranks they fill are not given again (1, 1, 3).</summary>
public static class Ranking
{
    /// <param name="values">In any order.</param>
    /// <returns>The rank of each, from 1, in the order given.</returns>
    public static int[] Of(IReadOnlyList<ExactIndex> values)
    {
        var (ranks, order) = (new int[values.Count], Enumerable.Range(0, values.Count).OrderByDescending(i => values[i]).ToArray());
        for (var place = 0; place < order.Length; place++)
            ranks[order[place]] = place > 0 && values[order[place]] == values[order[place - 1]] ? ranks[order[place - 1]] : place + 1;
        return ranks;
    }

    /// <summary>The rank of each within its own group, in the order given.</summary>
    public static int[] WithinGroups(IReadOnlyList<AgencyFigures> agencies)
    {
        var ranks = new int[agencies.Count];
        foreach (var group in Enumerable.Range(0, agencies.Count).GroupBy(i => agencies[i].Group, StringComparer.Ordinal))
        {
            var members = group.ToList();
            var own = Of([.. members.Select(i => agencies[i].Index)]);
            for (var i = 0; i < members.Count; i++)
                ranks[members[i]] = own[i];
        }
        return ranks;
    }
}
