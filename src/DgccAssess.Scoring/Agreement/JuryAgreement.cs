namespace DgccAssess.Scoring.Agreement;

/// <summary>How far jurors agree on the same candidates.</summary>
/// <param name="Jurors">Who gave points to at least one candidate.</param>
/// <param name="Complete">Candidates that every one of them gave points to; concordance is over these.</param>
/// <param name="Concordance">
/// Kendall's W, 0 (no agreement on the order) to 1 (one order), corrected for ties: 12 S / (m² (n³ - n) - m ΣT), where S is the sum of squared deviations of the
/// candidates' sums of mean ranks and T = Σ(t³ - t) over each juror's ties (M. G. Kendall and B. Babington Smith, "The problem of m rankings", 1939; Kendall,
/// "Rank Correlation Methods", 1948, ch. 6). Null with fewer than two jurors or candidates, or where every juror gives all the same.
/// </param>
/// <param name="MeanDifference">The mean of |a - b| over all pairs of jurors who both gave points to a candidate, in points; null without such a pair.</param>
public sealed record JuryAgreement(int Jurors, int Complete, decimal? Concordance, decimal? MeanDifference)
{
    /// <param name="points">By juror: points by candidate. Who stands aside has none for it.</param>
    public static JuryAgreement Of(IReadOnlyList<IReadOnlyDictionary<string, decimal>> points)
    {
        var given = points.Where(p => p.Count > 0).ToList();
        var complete = given.Count == 0 ? [] : given[0].Keys.Where(candidate => given.TrueForAll(p => p.ContainsKey(candidate))).Order(StringComparer.Ordinal).ToList();
        return new JuryAgreement(given.Count, complete.Count, ConcordanceOf(given, complete), DifferenceOf(given));
    }

    private static decimal? ConcordanceOf(List<IReadOnlyDictionary<string, decimal>> points, List<string> candidates)
    {
        var (m, n) = ((decimal)points.Count, (decimal)candidates.Count);
        if (m < 2 || n < 2)
            return null;
        var (sums, ties) = (new decimal[candidates.Count], 0m);
        foreach (var juror in points)
        {
            var values = candidates.ConvertAll(candidate => juror[candidate]);
            for (var i = 0; i < values.Count; i++)
                sums[i] += MeanRank(values, values[i]);
            ties += values.GroupBy(value => value).Sum(group => Cube(group.Count()) - group.Count());
        }
        var mean = sums.Sum() / n;
        var limit = (m * m * ((n * n * n) - n)) - (m * ties);
        return limit == 0 ? null : 12 * sums.Sum(sum => (sum - mean) * (sum - mean)) / limit;
    }

    // Equal ones share the mean of the ranks they fill.
    private static decimal MeanRank(List<decimal> values, decimal value) => values.Count(other => other > value) + ((values.Count(other => other == value) + 1) / 2m);

    private static decimal Cube(decimal value) => value * value * value;

    private static decimal? DifferenceOf(List<IReadOnlyDictionary<string, decimal>> points)
    {
        var (sum, pairs) = (0m, 0);
        for (var i = 0; i < points.Count; i++)
            for (var j = i + 1; j < points.Count; j++)
                foreach (var (candidate, value) in points[i])
                    if (points[j].TryGetValue(candidate, out var other))
                        (sum, pairs) = (sum + Math.Abs(value - other), pairs + 1);
        return pairs == 0 ? null : sum / pairs;
    }
}
