namespace DgccAssess.Scoring.Egdi;

/// <summary>Where the other countries stand in a scenario.</summary>
public enum EgdiOthers
{
    /// <summary>At their published indices.</summary>
    Frozen,

    /// <summary>Each moves once more by what it moved from the edition before to this one.</summary>
    Moving,
}

/// <summary>Index, rank and level of a country.</summary>
/// <param name="Egdi">From 0 to 1.</param>
/// <param name="Rank">From 1; equal indices share it.</param>
/// <param name="Level">The survey's group.</param>
public sealed record EgdiStanding(decimal Egdi, int Rank, EgdiLevel Level);

/// <param name="Egdi">The index that shares the next better rank.</param>
/// <param name="Gain">How much more index it takes.</param>
/// <param name="Rank">The rank it gives.</param>
public sealed record EgdiNextRank(decimal Egdi, decimal Gain, int Rank);

/// <summary>What another value of a component would give one country.</summary>
public sealed record EgdiScenario
{
    public required EgdiStanding Base { get; init; }
    public required EgdiComponents BaseComponents { get; init; }
    public required EgdiStanding Standing { get; init; }
    public required EgdiComponents Components { get; init; }

    /// <summary>What it takes from the scenario to the next better rank, so that a gain which buys no rank is seen; null at the top.</summary>
    public EgdiNextRank? Next { get; init; }
}

/// <summary>The what-if of the UN EGDI: change components of one country and rank it among the others.</summary>
public static class EgdiWhatIf
{
    /// <param name="edition">The figures to start from.</param>
    /// <param name="country">One of the edition.</param>
    /// <param name="components">Of the scenario, each from 0 to 1.</param>
    /// <param name="others">Where everybody else stands.</param>
    /// <param name="earlier">The edition before; needed where the others move.</param>
    /// <exception cref="ArgumentOutOfRangeException">A component is below 0 or above 1.</exception>
    /// <exception cref="ArgumentException">The others move, and there is no edition before.</exception>
    public static EgdiScenario Of(EgdiEdition edition, EgdiCountry country, EgdiComponents components, EgdiOthers others = EgdiOthers.Frozen, EgdiEdition? earlier = null)
    {
        foreach (var value in new[] { components.Osi, components.Tii, components.Hci })
            if (value is < 0 or > 1) throw new ArgumentOutOfRangeException(nameof(components), value, "A component lies between 0 and 1.");

        var egdi = Math.Clamp(Math.Round(Unrounded(country, edition.Decimals) + components.Mean() - country.Components.Mean(), edition.Decimals, MidpointRounding.AwayFromZero), 0, 1);
        var field = Field(edition, country, others, earlier);
        return new EgdiScenario
        {
            Base = new(country.Egdi, EgdiRanks.Of(country.Egdi, edition.Countries.Where(c => c != country).Select(c => c.Egdi)), EgdiLevels.Of(country.Egdi)),
            BaseComponents = country.Components,
            Standing = new(egdi, EgdiRanks.Of(egdi, field), EgdiLevels.Of(egdi)),
            Components = components,
            Next = Next(egdi, field),
        };
    }

    /// <summary>
    /// The index before it was rounded, as near as published figures tell: the mean of the components, moved as far as it must be to round to the published index. Components are
    /// rounded themselves, so the two may differ in the last digit; no change must give no change.
    /// </summary>
    private static decimal Unrounded(EgdiCountry country, int decimals)
    {
        var unit = new decimal(1, 0, 0, false, (byte)decimals);
        var half = unit / 2;
        return Math.Clamp(country.Components.Mean(), country.Egdi - half, country.Egdi + half - (unit / 10_000));
    }

    private static List<decimal> Field(EgdiEdition edition, EgdiCountry country, EgdiOthers others, EgdiEdition? earlier)
    {
        var rest = edition.Countries.Where(c => c != country);
        if (others is EgdiOthers.Frozen) return [.. rest.Select(c => c.Egdi)];
        if (earlier is null) throw new ArgumentException("Without the edition before nobody knows how the others moved.", nameof(earlier));
        return [.. rest.Select(c => earlier.Find(c.Code) is { } before ? Math.Clamp((2 * c.Egdi) - before.Egdi, 0, 1) : c.Egdi)];
    }

    private static EgdiNextRank? Next(decimal egdi, List<decimal> field)
    {
        var above = field.Where(other => other > egdi).ToList();
        if (above.Count == 0) return null;
        var target = above.Min();
        return new EgdiNextRank(target, target - egdi, EgdiRanks.Of(target, field));
    }
}
