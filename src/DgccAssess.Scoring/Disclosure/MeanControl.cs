namespace DgccAssess.Scoring.Disclosure;

/// <summary>A category of agencies whose mean may be published, for example one group.</summary>
/// <param name="Code">Of the category.</param>
/// <param name="Values">Of every agency counted there, at least 0.</param>
/// <param name="IsCountShown">Whether its count is published: see <see cref="PublishedTable"/>. Where it is not, neither is the mean.</param>
public sealed record MeanCategory(string Code, IReadOnlyList<decimal> Values, bool IsCountShown);

/// <summary>Means that may be published; null is hidden.</summary>
/// <param name="Partitions">Per partition, in the order of its categories.</param>
/// <param name="Total">Of all agencies.</param>
public sealed record PublishedMeans(IReadOnlyList<IReadOnlyList<decimal?>> Partitions, decimal? Total);

/// <summary>
/// Means beside counts. A mean times its count is a sum, and sums can be subtracted: what the hidden categories of a partition have together is the total less the shown, so that it must be
/// of two categories at least, of enough agencies, and dominated by none.
/// </summary>
public static class MeanControl
{
    // The p % rule (Hundepool et al., 4.2.2): the second largest, who knows its own value, may not come within this share of the largest.
    private const decimal Closeness = 0.1m;

    /// <param name="partitions">The same agencies, divided by one thing each.</param>
    /// <param name="isTotalCountShown">Whether the count of all agencies is published.</param>
    /// <param name="rule">The space's setting.</param>
    public static PublishedMeans Protect(IReadOnlyList<IReadOnlyList<MeanCategory>> partitions, bool isTotalCountShown, DisclosureRule rule)
    {
        var all = partitions.Count == 0 ? [] : partitions[0].SelectMany(category => category.Values).ToList();
        var isTotalShown = isTotalCountShown && MayShow(all, rule);
        bool[][] shown = [.. partitions.Select(partition => partition.Select(category => category.IsCountShown && MayShow(category.Values, rule)).ToArray())];

        // Hiding the total helps every partition but those that are shown whole: these add up to it.
        for (var again = true; again;)
        {
            again = false;
            for (var p = 0; p < shown.Length; p++)
            {
                if (isTotalShown && !Hide(partitions[p], shown[p], rule)) (isTotalShown, again) = (false, true);
                if (!isTotalShown && Array.TrueForAll(shown[p], s => s) && shown[p].Length > 0) HideSmallest(partitions[p], shown[p]);
            }
        }

        return new PublishedMeans(
            [.. partitions.Select((partition, p) => (IReadOnlyList<decimal?>)[.. partition.Select((category, c) => shown[p][c] ? category.Values.Average() : (decimal?)null)])],
            isTotalShown ? all.Average() : null);
    }

    /// <summary>Whether the mean of these agencies may be shown at all.</summary>
    public static bool MayShow(IReadOnlyCollection<decimal> values, DisclosureRule rule)
    {
        if (values.Count == 0 || values.Count < rule.Threshold) return false;
        var largest = values.OrderDescending().Take(2).ToList();
        var sum = values.Sum();
        return largest[0] <= rule.DominanceShare * sum && sum - largest[0] - largest[1] >= Closeness * largest[0];
    }

    /// <summary>Hides more until what is hidden together tells nothing of one.</summary>
    /// <returns>False where that takes the total too.</returns>
    private static bool Hide(IReadOnlyList<MeanCategory> partition, bool[] shown, DisclosureRule rule)
    {
        while (Array.Exists(shown, s => !s) && !IsSafeTogether())
        {
            if (Array.TrueForAll(shown, s => !s)) return false;
            HideSmallest(partition, shown);
        }

        return true;

        bool IsSafeTogether()
        {
            var hidden = partition.Where((category, c) => !shown[c] && category.Values.Count > 0).ToList();
            return hidden.Count == 0 || (hidden.Count > 1 && MayShow([.. hidden.SelectMany(category => category.Values)], rule));
        }
    }

    private static void HideSmallest(IReadOnlyList<MeanCategory> partition, bool[] shown) =>
        shown[Enumerable.Range(0, shown.Length).Where(c => shown[c]).MinBy(c => partition[c].Values.Count)] = false;
}
