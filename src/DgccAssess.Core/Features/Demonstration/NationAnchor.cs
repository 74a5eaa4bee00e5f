using DgccAssess.Scoring.Indices;

namespace DgccAssess.Core.Features.Demonstration;

/// <summary>Sets the first year so that its means are those of the file: all agencies are shifted alike, and what rounding leaves is taken up by single levels.</summary>
internal sealed class NationAnchor(NationFile file, ScoringPlan plan, NationLevels levels)
{
    private const int Halvings = 40;
    private const double Widest = 8;

    public void Set(IReadOnlyList<NationAgency> agencies, IReadOnlyList<PlanNode> domains)
    {
        var total = domains.Sum(d => d.Weight);
        var index = domains.Sum(d => d.Weight * file.Means[d.Code].First) / total;
        var pinned = agencies.Where(a => a.Group.Mean is not null).GroupBy(a => a.Group).ToList();
        var rest = agencies.Where(a => a.Group.Mean is null).ToList();
        for (var domain = 0; domain < domains.Count; domain++)
        {
            var mean = file.Means[domains[domain].Code].First;
            var left = mean * agencies.Count;
            foreach (var group in pinned)
            {
                // As far above the mean in every domain as in the whole.
                var own = mean + group.Key.Mean!.Value - index;
                left -= own * group.Count();
                Set([.. group], [group.Key], domain, domains[domain], (double)own);
            }

            if (rest.Count > 0) Set(rest, [.. file.Groups.Where(g => g.Mean is null)], domain, domains[domain], (double)(left / rest.Count));
        }
    }

    private void Set(List<NationAgency> agencies, IReadOnlyList<NationGroup> bucket, int domain, PlanNode node, double mean)
    {
        var indicators = Enumerable.Range(node.FirstIndicator, node.IndicatorCount).ToList();
        var weights = indicators.ToDictionary(i => i, i => (double)plan.Indicators[i].Weight);
        var cells = (from agency in agencies from i in indicators select (Agency: agency, Indicator: i, Latent: levels.Latent(agency, i, file.FirstYear))).ToList();
        var target = mean * agencies.Count * weights.Values.Sum();

        var (low, high) = (-Widest, Widest);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (Sum(middle) < target) low = middle;
            else high = middle;
        }

        foreach (var group in bucket) levels.Shift(group, domain, low);
        var lacking = target - Sum(low);
        foreach (var (agency, indicator, latent) in cells.OrderBy(c => levels.OrderOf(c.Agency, c.Indicator)))
        {
            var by = Math.Sign(lacking);
            var level = levels.Round(latent + low, indicator);
            if (Math.Abs(lacking) < weights[indicator] / 2 || levels.Round(level + by, indicator) == level) continue;
            levels.Nudge(agency, indicator, by);
            lacking -= by * weights[indicator];
        }

        double Sum(double shift) => cells.Sum(c => weights[c.Indicator] * levels.Round(c.Latent + shift, c.Indicator));
    }
}
