using DgccAssess.Scoring.Indices;

namespace DgccAssess.Scoring.Paths;

/// <summary>The least work that lifts an agency's published index to a target: which indicators to raise, to which level, and the criteria that takes.</summary>
/// <remarks>
/// Declared rule (ours): work is counted in unmet criteria, each alike, at least one for every level climbed; what a criterion costs in money or months only
/// the agency knows. Of ways with equal work the one with the largest gain is taken, then the one that raises indicators earlier in reading order.
/// Exact: a multiple-choice knapsack solved by dynamic programming over the work (Kellerer, Pferschy, Pisinger: Knapsack Problems, 2004, chapter 11).
/// </remarks>
/// <param name="Target">The published index to reach.</param>
/// <param name="Steps">In reading order; empty when the target is reached already.</param>
/// <param name="Cost">Criteria to meet, at least one a level.</param>
/// <param name="Reached">The published index after all steps: at least <paramref name="Target"/>.</param>
public sealed record CheapestPath(decimal Target, IReadOnlyList<PathStep> Steps, int Cost, decimal Reached)
{
    /// <param name="card">The result to start from.</param>
    /// <param name="met">Codes of the criteria found met; those up to the rated level count as met.</param>
    /// <param name="target">A published index, on the instrument's decimals.</param>
    /// <returns>Null when no way leads there: imported indicators and levels without criteria can't be raised by meeting criteria.</returns>
    public static CheapestPath? To(Scorecard card, IReadOnlySet<string> met, decimal target)
    {
        if (!card.Total.Index.HasValue) return null;

        var ratings = card.RawRatings.ToArray();
        var options = card.Plan.Indicators.Select((node, i) => PathOptions.Of(node, ratings[i], card.Plan.WeightOf(i), met)).ToList();
        var search = new PathSearch(options);
        if (Published(search.MostGain) < target) return null;

        // The published figure never falls when the gain grows, so the least gain that shows the target is found by halving.
        var needed = 0L;
        for (var above = search.MostGain; needed < above;)
        {
            var middle = needed + ((above - needed) / 2);
            if (Published(middle) >= target) above = middle;
            else needed = middle + 1;
        }

        var chosen = search.Cheapest(needed);
        return new CheapestPath(
            target, [.. chosen.Select(c => c.Of.ToStep(c.Option))], chosen.Sum(c => c.Option.Cost), Published(chosen.Sum(c => c.Option.Gain)));

        decimal Published(long gain) => new ExactIndex(card.Total.Index.Numerator + gain, card.Total.Index.Denominator).Round(card.Instrument.Rounding);
    }
}
