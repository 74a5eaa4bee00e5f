using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Countries.Brief;
using DgccAssess.Core.Features.Results.Tables;

namespace DgccAssess.Core.Features.Comparison;

/// <summary>What agencies did, as a table: a row for every text in every language it was agreed to in, with the countries it was looked for.</summary>
public static class PracticeTable
{
    private static readonly string[] Columns = ["question", "weak", "not_shown", "country", "agency", "agency_name", "round", "version", "agreement", "data_as_of", "language", "text"];

    public static RoundTable Of(CountryComparison comparison, IReadOnlyList<ShownPractice> practices) => new("practices", Columns, Rows(comparison, practices).ToAsyncEnumerable());

    private static IEnumerable<object?[]> Rows(CountryComparison comparison, IReadOnlyList<ShownPractice> practices)
    {
        var countries = comparison.Partners.ToDictionary(p => p.Id, p => p.Country, StringComparer.Ordinal);
        string Codes(IReadOnlyList<string> partners) => string.Join(' ', partners.Select(id => countries[id]));
        return
            from need in comparison.Needs
            from practice in practices
            where practice.Question == need.Question
            let source = practice.Source
            from text in practice.Texts.Values.OrderBy(t => t.Key, StringComparer.Ordinal)
            select new object?[]
            {
                need.Question, Codes(need.Weak), Codes(need.Gaps), countries[source.Partner], practice.Agency, BriefNames.In(practice.Names.Values, text.Key, practice.Agency), source.Round, source.Number, source.Agreement,
                source.PublishedAt, text.Key, text.Value,
            };
    }
}
