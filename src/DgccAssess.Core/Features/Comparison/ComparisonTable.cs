using DgccAssess.Core.Features.Results.Tables;
using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Core.Features.Comparison;

/// <summary>The comparison as a table: a row for every question and compared country, with what a figure must never be without. A hidden count is empty, never 0.</summary>
public static class ComparisonTable
{
    private static readonly string[] Columns =
    [
        "question", "theme", "country", "badge", "reasons", "availability", "kind", "form", "agencies", "n", "level1", "level2", "level3", "level4", "level5", "band_low", "band_middle", "band_high",
        "mean", "up", "same", "down", "instrument", "instrument_version", "mapping_version", "round", "stage", "group", "share_verified", .. SourceColumns.Names,
    ];

    /// <param name="comparison">Its latest rounds with their payloads.</param>
    public static RoundTable Of(CountryComparison comparison) => new("comparison", Columns, Rows(comparison).ToAsyncEnumerable());

    private static IEnumerable<object?[]> Rows(CountryComparison comparison) =>
        from question in comparison.Comparison.Questions
        from cell in question.Cells
        select Row(comparison, question, cell);

    private static object?[] Row(CountryComparison comparison, CoreQuestionView question, CoreCell cell)
    {
        var partner = comparison.Chosen.First(c => c.Partner.Id == cell.Country);
        var (terms, shown) = (partner.Latest!.Figures, cell.Availability is CoreAvailability.Shown ? cell.Figures : null);
        var bands = shown?.ToBands();
        int? Level(int level) => question.InBands ? null : shown?.Levels[level - 1];
        return
        [
            question.Code, question.Theme, partner.Partner.Country, question.Badge, string.Join(' ', question.Reasons.Select(r => r.Code).Distinct()), cell.Availability, cell.Figures?.Kind ?? CoreKind.None,
            question.InBands ? "bands" : "levels", terms.Agencies, shown?.Answered, Level(1), Level(2), Level(3), Level(4), Level(5), bands?.Low, bands?.Middle, bands?.High,
            question.MeansFit && shown?.Mean is { } mean ? Math.Round(mean, 2, MidpointRounding.AwayFromZero) : null, shown?.Change?.Up, shown?.Change?.Same, shown?.Change?.Down,
            terms.Instrument, terms.InstrumentHash, terms.MappingVersion, terms.Round, terms.Stage, terms.Group, terms.ShareVerified, .. SourceColumns.Of(partner.Latest.Source),
        ];
    }
}
