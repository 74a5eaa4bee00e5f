namespace DgccAssess.Core.Features.Countries.Brief;

/// <summary>The languages in which the hub prints papers of its partners.</summary>
public static class BriefLanguages
{
    internal const string Korean = "ko";
    internal const string English = "en";

    /// <summary>Partners' languages that the press has words for.</summary>
    private static readonly string[] OfPartners = ["id", "ar", "fr"];

    /// <summary>Korean, English and what the partners call themselves in.</summary>
    public static IReadOnlyList<string> Of(params IEnumerable<SharingPartner> partners) =>
        [Korean, English, .. partners.SelectMany(p => p.Names.Values.Keys).Select(Primary).Where(OfPartners.Contains).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    internal static string Primary(string tag) => tag.Split('-')[0];
}
