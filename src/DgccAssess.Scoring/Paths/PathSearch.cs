namespace DgccAssess.Scoring.Paths;

/// <summary>The largest gain for every amount of work, indicator by indicator from the last to the first, so that choices are read off in reading order.</summary>
internal sealed class PathSearch
{
    private readonly List<PathOptions> options;
    private readonly long[][] gains;

    public PathSearch(List<PathOptions> options)
    {
        this.options = options;
        MostGain = options.Sum(o => o.Steps.Count == 0 ? 0 : o.Steps[^1].Gain);
        var most = options.Sum(o => o.Steps.Count == 0 ? 0 : o.Steps[^1].Cost);
        gains = new long[options.Count + 1][];
        gains[options.Count] = new long[most + 1];
        for (var i = options.Count - 1; i >= 0; i--) gains[i] = Extend(options[i], gains[i + 1]);
    }

    /// <summary>Of everything raised to the top.</summary>
    public long MostGain { get; }

    /// <param name="gain">At most <see cref="MostGain"/>.</param>
    public IReadOnlyList<(PathOptions Of, PathOption Option)> Cheapest(long gain)
    {
        List<(PathOptions, PathOption)> chosen = [];
        var work = Array.FindIndex(gains[0], reached => reached >= gain);
        for (var i = 0; i < options.Count; i++)
        {
            var (wanted, rest) = (gains[i][work], gains[i + 1]);
            // Raised now rather than later, if both give as much.
            if (options[i].Steps.FirstOrDefault(step => step.Cost <= work && step.Gain + rest[work - step.Cost] == wanted) is not { } option) continue;
            chosen.Add((options[i], option));
            work -= option.Cost;
        }

        return chosen;
    }

    private static long[] Extend(PathOptions indicator, long[] rest)
    {
        var best = rest.ToArray();
        foreach (var step in indicator.Steps)
        {
            for (var work = step.Cost; work < best.Length; work++) best[work] = Math.Max(best[work], step.Gain + rest[work - step.Cost]);
        }

        return best;
    }
}
