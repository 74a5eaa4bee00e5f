namespace DgccAssess.Core.Features.Countries.Brief;

public static class BriefLanguages
{
    internal const string Korean = "ko";
    internal const string English = "en";

    /// <summary>Partners' languages that the press has words for.</summary>
    private static readonly string[] OfPartners = ["id", "ar", "fr"];

    /// <summary>Korean, English and what the partner calls itself in.</summary>
    public static IReadOnlyList<string> Of(SharingPartner partner) =>
        [Korean, English, .. partner.Names.Values.Keys.Select(Primary).Where(OfPartners.Contains).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    internal static string Primary(string tag) => tag.Split('-')[0];
}
