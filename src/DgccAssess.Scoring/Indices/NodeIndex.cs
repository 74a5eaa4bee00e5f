using System.Globalization;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Scoring.Indices;

/// <summary>The figure of one node (for an indicator: its rating).</summary>
/// <param name="Code">The node's code; the instrument's for the total.</param>
/// <param name="Tier">The node's tier; empty for the total.</param>
/// <param name="Depth">0 for the total, 1 for the root nodes.</param>
/// <param name="IsIndicator">A leaf of the tree.</param>
/// <param name="Weight">In the instrument's own unit.</param>
/// <param name="Index">Exact; <see cref="ExactIndex.None"/> when everything beneath is not applicable.</param>
/// <param name="Published"><paramref name="Index"/> rounded once by the instrument's rule, with its number of decimals; null without index.</param>
/// <param name="Predicate">Of the published figure; null without index.</param>
public sealed record NodeIndex(
    string Code, string Tier, int Depth, bool IsIndicator, decimal Weight, ExactIndex Index, decimal? Published, Predicate? Predicate)
{
    /// <summary>For example 3.00, culture-neutral; null without index.</summary>
    public string? PublishedText => Published?.ToString(CultureInfo.InvariantCulture);

    /// <summary>For example 2.9475, at most 28 significant digits, culture-neutral; null without index.</summary>
    public string? ExactText => Index.HasValue ? Index.ToString() : null;
}
