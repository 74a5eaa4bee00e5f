namespace DgccAssess.Scoring.Instruments;

/// <summary>A named range of the published index. The lower limit belongs to it; the upper one only when <see cref="ToInclusive"/>.</summary>
public sealed record Predicate
{
    public required string Code { get; init; }
    public required decimal From { get; init; }
    public required decimal To { get; init; }
    public bool ToInclusive { get; init; }

    public bool Contains(decimal publishedIndex) => publishedIndex >= From && (publishedIndex < To || (ToInclusive && publishedIndex == To));
}
