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

        var egdi = IndexAfter(country, edition.Decimals, components.Sum - country.Components.Sum);
        var field = EgdiField.Of(edition, country, others, earlier);
        return new EgdiScenario
        {
            Base = new(country.Egdi, EgdiRanks.Of(country.Egdi, edition.Countries.Where(c => c != country).Select(c => c.Egdi)), EgdiLevels.Of(country.Egdi)),
            BaseComponents = country.Components,
            Standing = new(egdi, field.RankOf(egdi), EgdiLevels.Of(egdi)),
            Components = components,
            Next = field.Next(egdi),
        };
    }

    /// <summary>The index of a country whose components change by as much in sum.</summary>
    internal static decimal IndexAfter(EgdiCountry country, int decimals, decimal change) =>
        Math.Clamp(Math.Round((Unrounded(country, decimals) + change) / EgdiComponents.Count, decimals, MidpointRounding.AwayFromZero), 0, 1);

    /// <summary>
    /// Three times the index before it was rounded, as near as published figures tell: the sum of the components, moved as far as it must be for a third of it to round to the
    /// published index. Components are rounded themselves, so the two may differ in the last digit; no change must give no change. A sum, for thirds have no exact form.
    /// </summary>
    private static decimal Unrounded(EgdiCountry country, int decimals)
    {
        var unit = Unit(decimals);
        var half = unit / 2;
        return Math.Clamp(country.Components.Sum, EgdiComponents.Count * (country.Egdi - half), EgdiComponents.Count * (country.Egdi + half - (unit / 10_000)));
    }

    /// <summary>The last digit: 0.0001 for four decimals.</summary>
    internal static decimal Unit(int decimals) => new(1, 0, 0, false, (byte)decimals);
}
