using DgccAssess.Scoring.Indices;

namespace DgccAssess.Scoring.Disclosure;

/// <summary>
/// Means over countries beside countries that are named with their values. A mean of the others is the mean of all less those named, so that with few others there is none; nor may two means
/// differ by few countries, or several give one by sums.
/// </summary>
public static class CountryMean
{
    /// <summary>Whether a mean may be shown.</summary>
    /// <param name="members">The countries it is over.</param>
    /// <param name="named">Countries whose own values the reader sees: those that agreed, and always the reader's own.</param>
    /// <param name="shown">The members of every mean shown already.</param>
    /// <param name="rule">The hub's setting; its threshold counts countries here.</param>
    public static bool MayShow(
        IReadOnlyCollection<string> members, IReadOnlyCollection<string> named, IReadOnlyCollection<IReadOnlyCollection<string>> shown, DisclosureRule rule)
    {
        var isNamed = named.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var sets = shown.Append(members).Select(set => set.Where(country => !isNamed.Contains(country)).ToHashSet(StringComparer.OrdinalIgnoreCase)).ToList();
        return members.Count > 0
            && sets.TrueForAll(set => !IsFew(set.Count))
            && sets.TrueForAll(whole => sets.TrueForAll(part => !part.IsSubsetOf(whole) || !IsFew(whole.Count - part.Count)))
            && !AnyAlone(sets);

        bool IsFew(int count) => count > 0 && count < rule.Threshold;
    }

    /// <summary>Whether the sums of the sets give one country alone: solved for as many countries as there are sums, a row is left with a single one.</summary>
    private static bool AnyAlone(List<HashSet<string>> sets)
    {
        var countries = sets.SelectMany(set => set).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var rows = sets.ConvertAll(set => countries.ConvertAll(country => new ExactFraction(set.Contains(country) ? 1 : 0, 1)).ToArray());
        var solved = 0;
        for (var column = 0; column < countries.Count && solved < rows.Count; column++)
        {
            var at = rows.FindIndex(solved, row => !row[column].Numerator.IsZero);
            if (at < 0) continue;
            (rows[solved], rows[at]) = (rows[at], rows[solved]);
            var pivot = rows[solved];
            foreach (var row in rows.Where(row => row != pivot && !row[column].Numerator.IsZero))
            {
                // Whole rows stay whole: each is multiplied by what stands in the other's column.
                var (mine, other) = (row[column].Numerator, pivot[column].Numerator);
                for (var c = 0; c < row.Length; c++) row[c] = new ExactFraction((row[c].Numerator * other) - (pivot[c].Numerator * mine), 1);
            }

            solved++;
        }

        return rows.Exists(row => row.Count(value => !value.Numerator.IsZero) == 1);
    }
}
