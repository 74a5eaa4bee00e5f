namespace DgccAssess.Scoring.SharedCore;

/// <summary>Levels 1-2, 3 and 4-5: all that a mapping within one level bears. A band with a hidden level is hidden.</summary>
public sealed record CoreBands(int? Low, int? Middle, int? High)
{
    /// <summary>From the lowest to the highest.</summary>
    public IReadOnlyList<int?> ToList() => [Low, Middle, High];

    public static CoreBands Of(IReadOnlyList<int?> levels) => new(levels[0] + levels[1], levels[2], levels[3] + levels[4]);
}
