namespace DgccAssess.Scoring.Egdi;

/// <param name="Country">One of the others.</param>
/// <param name="Egdi">Where it stands in the scenario.</param>
public sealed record EgdiPlace(EgdiCountry Country, decimal Egdi);

/// <summary>Everybody else in a scenario, the best first.</summary>
public sealed class EgdiField
{
    private EgdiField(IReadOnlyList<EgdiPlace> others) => Others = others;

    public IReadOnlyList<EgdiPlace> Others { get; }

    /// <exception cref="ArgumentException">The others move, and there is no edition before.</exception>
    public static EgdiField Of(EgdiEdition edition, EgdiCountry country, EgdiOthers others = EgdiOthers.Frozen, EgdiEdition? earlier = null)
    {
        if (others is EgdiOthers.Moving && earlier is null) throw new ArgumentException("Without the edition before nobody knows how the others moved.", nameof(earlier));
        var before = others is EgdiOthers.Moving ? earlier!.Countries.ToDictionary(c => c.Code, c => c.Egdi, StringComparer.Ordinal) : [];
        return new EgdiField(
        [
            .. edition.Countries.Where(c => c != country)
                .Select(c => new EgdiPlace(c, before.TryGetValue(c.Code, out var was) ? Math.Clamp((2 * c.Egdi) - was, 0, 1) : c.Egdi))
                .OrderByDescending(p => p.Egdi).ThenBy(p => p.Country.Code, StringComparer.Ordinal),
        ]);
    }

    public int RankOf(decimal egdi) => EgdiRanks.Of(egdi, Others.Select(o => o.Egdi));

    /// <summary>The index that gives the next better rank; null at the top.</summary>
    public EgdiNextRank? Next(decimal egdi)
    {
        var above = Others.LastOrDefault(o => o.Egdi > egdi);
        return above is null ? null : new EgdiNextRank(above.Egdi, above.Egdi - egdi, RankOf(above.Egdi));
    }

    /// <summary>The others next to any of these indices, as many before and after each, the best first.</summary>
    public IReadOnlyList<EgdiPlace> Around(int count, params ReadOnlySpan<decimal> indices)
    {
        var shown = new SortedSet<int>();
        foreach (var egdi in indices)
        {
            var at = EgdiRanks.Of(egdi, Others.Select(o => o.Egdi)) - 1;
            for (var i = Math.Max(0, at - count); i < Math.Min(Others.Count, at + count); i++) shown.Add(i);
        }

        return [.. shown.Select(i => Others[i])];
    }
}
