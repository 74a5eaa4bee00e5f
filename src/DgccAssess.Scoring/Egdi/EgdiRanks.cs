namespace DgccAssess.Scoring.Egdi;

/// <summary>Ranks by EGDI: equal ones share, the next is skipped (1, 1, 3).</summary>
public static class EgdiRanks
{
    /// <param name="egdi">Of the country.</param>
    /// <param name="others">Those of all other countries.</param>
    public static int Of(decimal egdi, IEnumerable<decimal> others) => 1 + others.Count(other => other > egdi);

    /// <summary>The ranks of an edition by code, from its indices alone.</summary>
    public static IReadOnlyDictionary<string, int> Of(EgdiEdition edition)
    {
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        var (rank, place, above) = (0, 0, decimal.MaxValue);
        foreach (var country in edition.Countries.OrderByDescending(c => c.Egdi))
        {
            place++;
            if (country.Egdi < above) (rank, above) = (place, country.Egdi);
            ranks.Add(country.Code, rank);
        }

        return ranks;
    }
}
