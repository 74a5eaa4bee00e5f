namespace DgccAssess.Scoring.Instruments;

/// <summary>An ordered list of levels, for example 1 to 5. With <see cref="AllowsDecimals"/> a rating may lie between two levels.</summary>
public sealed record Scale
{
    public required string Code { get; init; }

    /// <summary>Level values, strictly ascending, at least two.</summary>
    public required IReadOnlyList<int> Levels { get; init; }

    /// <summary>Ratings may have up to two decimals between the lowest and the highest level.</summary>
    public bool AllowsDecimals { get; init; }

    public int Floor => Levels[0];
    public int Ceiling => Levels[^1];
}
