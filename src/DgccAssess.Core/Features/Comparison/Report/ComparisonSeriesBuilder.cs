using DgccAssess.Core.Features.SharedCore;

namespace DgccAssess.Core.Features.Comparison.Report;

internal static class ComparisonSeriesBuilder
{
    /// <returns>Null where no compared country has more than one round.</returns>
    public static ComparisonSeries? Of(CountryComparison comparison)
    {
        var (most, rounds) = (CountrySeries.MostPrinted(comparison), CountrySeries.Printed(comparison));
        return rounds.Count == 0 ? null : new ComparisonSeries(
            most, comparison.Compared.Any(c => c.Rounds.Count > most), [.. comparison.Compared.Where(c => !CountrySeries.HasSeries(c)).Select(c => c.Partner.Id)], [.. rounds.Select(RoundOf)]);
    }

    private static ComparisonSeriesRound RoundOf(SeriesRound one)
    {
        var figures = one.Round.Figures;
        return new ComparisonSeriesRound
        {
            Country = one.Country.Partner.Id,
            Round = figures.Round,
            Instrument = figures.Instrument,
            Hash = figures.InstrumentHash,
            Mapping = figures.MappingVersion,
            Stage = figures.Stage,
            Verified = figures.ShareVerified is { } share ? Math.Round(100 * share, MidpointRounding.AwayFromZero) : null,
            Breaks = one.Breaks,
            Points = [.. ShippedCore.Document.Structure.Questions.Zip(one.Points, (question, point) => new ComparisonPoint(question, point.Answered, point.Bands?.ToList() ?? []))],
        };
    }
}
