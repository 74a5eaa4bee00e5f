namespace DgccAssess.Core.Features.Countries;

/// <summary>A practice without its words, for the choice among many: a function of values.</summary>
public sealed record KnownPractice(Guid Id, string Partner, string Round, string Question, string Agency)
{
    /// <summary>An agency's latest round stands for it; chosen countries before others; then the latest round; no country has a second before each has its first.</summary>
    public static IReadOnlyList<KnownPractice> Pick(IEnumerable<KnownPractice> known, IReadOnlyList<string> chosen, int most)
    {
        var places = chosen.Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        int PlaceOf(string partner) => places.GetValueOrDefault(partner, int.MaxValue);
        return
        [
            .. known.GroupBy(k => k.Question, StringComparer.Ordinal).SelectMany(question => question
                .GroupBy(k => (k.Partner, k.Agency)).Select(same => same.MaxBy(k => k.Round, StringComparer.Ordinal)!)
                .GroupBy(k => k.Partner, StringComparer.Ordinal)
                .SelectMany(country => country.OrderByDescending(k => k.Round, StringComparer.Ordinal).ThenBy(k => k.Agency, StringComparer.Ordinal).Index())
                .OrderBy(k => k.Index).ThenBy(k => PlaceOf(k.Item.Partner)).ThenByDescending(k => k.Item.Round, StringComparer.Ordinal).ThenBy(k => k.Item.Partner, StringComparer.Ordinal)
                .Take(most).Select(k => k.Item)),
        ];
    }
}
