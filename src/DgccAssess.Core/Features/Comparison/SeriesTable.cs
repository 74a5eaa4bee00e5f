using DgccAssess.Core.Features.Results.Tables;
using DgccAssess.Core.Features.SharedCore;
using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Core.Features.Comparison;

/// <summary>The series as a table: a row for every question and round of every compared country with more than one. A hidden count is empty, never 0.</summary>
public static class SeriesTable
{
    private static readonly string[] Columns =
    [
        "question", "theme", "country", "round", "breaks", "availability", "agencies", "n", "band_low", "band_middle", "band_high", "instrument", "instrument_version", "mapping_version", "stage", "group", "share_verified",
        .. SourceColumns.Names,
    ];

    /// <param name="comparison">Its rounds with their payloads.</param>
    public static RoundTable Of(CountryComparison comparison) => new("series", Columns, Rows(comparison).ToAsyncEnumerable());

    private static IEnumerable<object?[]> Rows(CountryComparison comparison)
    {
        var (structure, series) = (ShippedCore.Document.Structure, CountrySeries.Of(comparison));
        var questions = structure.Themes.SelectMany(theme => theme.Questions.Select(code => (Theme: theme.Code, Code: code))).ToList();
        return
            from at in Enumerable.Range(0, questions.Count)
            from round in series
            let point = round.Points[at]
            let terms = round.Round.Figures
            select (object?[])
            [
                questions[at].Code, questions[at].Theme, round.Country.Partner.Country, point.Round, round.Breaks, CoreAvailabilities.Of(structure.Minimums, terms, questions[at].Code), terms.Agencies, point.Answered,
                point.Bands?.Low, point.Bands?.Middle, point.Bands?.High, terms.Instrument, terms.InstrumentHash, terms.MappingVersion, terms.Stage, terms.Group, terms.ShareVerified,
                .. SourceColumns.Of(round.Round.Source),
            ];
    }
}
