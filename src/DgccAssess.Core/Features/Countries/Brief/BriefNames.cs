namespace DgccAssess.Core.Features.Countries.Brief;

/// <summary>What things are called in the language of a paper of the hub.</summary>
internal static class BriefNames
{
    /// <summary>Instruments of partners have no words in Korean: English is nearer to its readers than the first there is.</summary>
    public static string In(IReadOnlyDictionary<string, string> names, string language, string code) =>
        Find(names, language) ?? Find(names, BriefLanguages.English) ?? names.Values.FirstOrDefault() ?? code;

    public static BriefCountry CountryOf(SharingPartner partner, string language)
    {
        var name = Find(partner.Names.Values, language);
        return new(partner.Country, name, name is null ? OwnName(partner.Names.Values) : null);
    }

    /// <summary>Digits and dates as the first of them writes them who speaks the language.</summary>
    public static string LocaleOf(IReadOnlyCollection<SharingPartner> partners, string language) => language switch
    {
        BriefLanguages.Korean => "ko-KR",
        BriefLanguages.English => "en-GB",
        _ => $"{language}-{partners.First(p => p.Names.Values.Keys.Any(tag => BriefLanguages.Primary(tag) == language)).Country}",
    };

    private static string? Find(IReadOnlyDictionary<string, string> names, string language) =>
        names.FirstOrDefault(n => BriefLanguages.Primary(n.Key) == language).Value;

    private static string? OwnName(IReadOnlyDictionary<string, string> names) =>
        names.OrderBy(n => BriefLanguages.Primary(n.Key) == BriefLanguages.English).Select(n => n.Value).FirstOrDefault();
}
