namespace DgccAssess.Core.Features.Egdi;

/// <summary>The columns of a file: the product's own, or those of the UN E-Government Knowledgebase, which names countries without a code.</summary>
public static class EgdiColumns
{
    public static readonly IReadOnlyList<string> Own = ["country", "iso3", "year", "egdi", "osi", "hci", "tii", "epi", "rank"];

    private static readonly Dictionary<string, string> UnitedNations = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Survey Year"] = "year",
        ["Country Name"] = "country",
        ["E-Government Rank"] = "rank",
        ["E-Government Index"] = "egdi",
        ["E-Participation Index"] = "epi",
        ["Online Service Index"] = "osi",
        ["Human Capital Index"] = "hci",
        ["Telecommunication Infrastructure Index"] = "tii",
        ["iso3"] = "iso3",
    };

    /// <summary>What each column of a file holds, by the product's names; null where the first line is neither kind.</summary>
    internal static IReadOnlyList<string>? Of(IReadOnlyList<string> head)
    {
        if (head.SequenceEqual(Own)) return Own;
        List<string> columns = [.. head.Select(h => UnitedNations.GetValueOrDefault(h.Trim(), ""))];
        return columns.Contains("") || columns.Distinct(StringComparer.Ordinal).Count() < columns.Count || Own.Except(columns).Except(["iso3", "epi"]).Any() ? null : columns;
    }
}
