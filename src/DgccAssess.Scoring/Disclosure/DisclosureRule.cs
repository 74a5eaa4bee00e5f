namespace DgccAssess.Scoring.Disclosure;

/// <summary>What may be said of few agencies. The rules are those of Hundepool et al., Handbook on Statistical Disclosure Control (ESSNet, 2nd edition): the threshold of 5.2 for
/// counts, dominance of 4.2.2 for magnitudes.</summary>
public sealed record DisclosureRule
{
    public const int LeastThreshold = 3;
    public const int MostThreshold = 1000;

    /// <summary>A count below it is hidden.</summary>
    public int Threshold
    {
        get;
        init => field = value is >= LeastThreshold and <= MostThreshold
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"The threshold lies between {LeastThreshold} and {MostThreshold}.");
    }
    = 5;

    /// <summary>Whether "none" may be said. If so, a zero is hidden only where nothing else protects another count, so that everybody takes what is hidden to be at least one.</summary>
    public bool ShowZeros { get; init; }

    /// <summary>A mean is hidden where one agency alone brings more than this share of the sum, from above 0 to 1.</summary>
    public decimal DominanceShare
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The share lies above 0 and at most at 1.");
    }
    = 0.5m;

    /// <summary>Whether a count is too small to be shown.</summary>
    public bool Hides(long count) => count == 0 ? !ShowZeros : count < Threshold;
}
