namespace DgccAssess.Scoring.Egdi;

/// <param name="Best">The rank with the index that much higher.</param>
/// <param name="Worst">The rank with the index that much lower.</param>
public sealed record EgdiBand(int Best, int Worst)
{
    /// <summary>A rank within the band is no news: it is what an ordinary movement brings.</summary>
    public bool Holds(int rank) => rank >= Best && rank <= Worst;
}

/// <summary>
/// The noise of ranks. The movement m of an edition is the median, over the states in both editions, of |d - median(d)|, where d is what a state's published index changed from the
/// edition before: half of all states move less than m against the field, half more (the median absolute deviation, which single states can't pull). For the first edition the one
/// after it is taken. The band of a country is the rank it would have with an index m higher and m lower, everybody else as published; m is never less than half the last
/// published digit, which is what rounding hides. Unit: points of the index, 0 to 1. Source: the published indices alone. It says how far a rank goes with an ordinary
/// movement; it is no confidence interval, for the survey is no sample.
/// </summary>
/// <param name="Movement">m.</param>
/// <param name="From">Year of the earlier of the two editions.</param>
/// <param name="To">Year of the later.</param>
/// <param name="IsBroken">The method changed between them: part of the movement is the method's.</param>
public sealed record EgdiNoise(decimal Movement, int From, int To, bool IsBroken)
{
    /// <param name="editions">The earliest first.</param>
    /// <param name="year">Of the edition whose ranks are looked at.</param>
    /// <returns>Null where there is no other edition to compare with.</returns>
    public static EgdiNoise? Of(IReadOnlyList<EgdiEdition> editions, int year)
    {
        if (editions.Count < 2 || editions.FirstOrDefault(e => e.Year == year) is not { } edition) return null;
        var earlier = editions.LastOrDefault(e => e.Year < year);
        var (from, to) = earlier is null ? (edition, editions.First(e => e.Year > year)) : (earlier, edition);

        var before = from.Countries.ToDictionary(c => c.Code, c => c.Egdi, StringComparer.Ordinal);
        List<decimal> changes = [.. to.Countries.Where(c => before.ContainsKey(c.Code)).Select(c => c.Egdi - before[c.Code])];
        if (changes.Count == 0) return null;
        var usual = Median(changes);
        return new EgdiNoise(Math.Max(Median([.. changes.Select(c => Math.Abs(c - usual))]), EgdiWhatIf.Unit(edition.Decimals) / 2), from.Year, to.Year, to.BreaksFrom(from));
    }

    public EgdiBand Band(EgdiEdition edition, EgdiCountry country)
    {
        var field = EgdiField.Of(edition, country);
        return new EgdiBand(field.RankOf(country.Egdi + Movement), field.RankOf(country.Egdi - Movement));
    }

    /// <summary>The band in one go.</summary>
    /// <param name="edition">One of <paramref name="editions"/>.</param>
    /// <param name="country">One of the edition.</param>
    /// <param name="editions">The earliest first.</param>
    /// <returns>Null where there is no other edition to compare with.</returns>
    public static EgdiBand? Band(EgdiEdition edition, EgdiCountry country, IReadOnlyList<EgdiEdition> editions) => Of(editions, edition.Year)?.Band(edition, country);

    private static decimal Median(List<decimal> values)
    {
        values.Sort();
        var middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
