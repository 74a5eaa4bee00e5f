using System.Runtime.InteropServices;

namespace DgccAssess.Scoring.Indices;

/// <param name="Rated">Sum of weight x rating.</param>
/// <param name="Weight">Sum of weight x <see cref="ScoringPlan.RatingUnit"/> of the applicable indicators.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WeightedSum(long Rated, long Weight)
{
    public ExactIndex Index => Weight == 0 ? ExactIndex.None : new ExactIndex(Rated, Weight);
}
