namespace DgccAssess.Web.Features.Review;

public sealed record VerdictInput
{
    public List<string> Criteria { get; init; } = [];

    /// <summary>As typed or chosen; read by <see cref="ValueText"/>.</summary>
    public string? Value { get; init; }

    public string? Explanation { get; init; }
    public string? Note { get; init; }
    public int? Version { get; init; }
}
