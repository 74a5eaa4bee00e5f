namespace DgccAssess.Scoring.Instruments;

/// <summary>How an exact index becomes the published figure: once, at the figure shown, never from rounded parts.</summary>
/// <param name="Decimals">Decimals of the published figure, 0 to 6.</param>
/// <param name="Mode">The rule for the digit dropped.</param>
public sealed record Rounding(int Decimals, RoundingMode Mode);

public enum RoundingMode
{
    /// <summary>Half away from zero; indices are never negative.</summary>
    HalfUp,
    HalfEven,
    Truncate,
}
