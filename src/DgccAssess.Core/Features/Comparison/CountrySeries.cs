using DgccAssess.Core.Features.SharedCore;
using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Core.Features.Comparison;

/// <param name="Country">Whose round it is.</param>
/// <param name="Round">With the version shared.</param>
/// <param name="Breaks">The one before was measured otherwise: nothing is said across.</param>
/// <param name="Points">One per question of the core, in its order.</param>
public sealed record SeriesRound(ComparedPartner Country, ComparedRound Round, bool Breaks, IReadOnlyList<CorePoint> Points);

/// <summary>What compared countries with more than one round share over their rounds.</summary>
public static class CountrySeries
{
    /// <summary>Lines of a theme's table: two pages.</summary>
    private const int MostLines = 60;

    private const int MostRounds = 10;

    /// <param name="comparison">Where nothing may be compared there are no series.</param>
    /// <param name="most">Of one country, the latest ones; null: all.</param>
    /// <returns>Country by country in their order, the earliest round of each first.</returns>
    public static IReadOnlyList<SeriesRound> Of(CountryComparison comparison, int? most = null) =>
        comparison.Comparison.Questions.Count == 0 ? [] : [.. comparison.Compared.Where(HasSeries).SelectMany(country => Rounds(country, most ?? country.Rounds.Count))];

    /// <summary>What of them a paper has room for: with many countries fewer rounds of each.</summary>
    public static IReadOnlyList<SeriesRound> Printed(CountryComparison comparison) => Of(comparison, MostPrinted(comparison));

    /// <summary>Rounds of one country on paper.</summary>
    public static int MostPrinted(CountryComparison comparison) => Math.Min(MostRounds, MostLines / Math.Max(1, comparison.Compared.Count(HasSeries)));

    public static bool HasSeries(ComparedPartner country) => country.Rounds.Count > 1;

    private static IEnumerable<SeriesRound> Rounds(ComparedPartner country, int most)
    {
        var (structure, rounds) = (ShippedCore.Document.Structure, country.Rounds.TakeLast(most).ToList());
        var figures = rounds.ConvertAll(r => r.Figures);
        var points = structure.Questions.Select(question => CoreTrend.Of(structure, question, figures)).ToList();
        return rounds.Select((round, at) => new SeriesRound(country, round, points[0][at].BreaksFromBefore, [.. points.Select(of => of[at])]));
    }
}
