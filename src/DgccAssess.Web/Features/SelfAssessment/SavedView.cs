using System.Globalization;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.Ratings;

namespace DgccAssess.Web.Features.SelfAssessment;

/// <summary>The answer to an autosave; made without a query, the instrument is in memory.</summary>
/// <param name="Stored">What is stored now.</param>
/// <param name="Support">What its criteria support.</param>
public sealed record SavedView(StoredAnswer Stored, SupportView Support);

/// <param name="Support">The level the ticked criteria support and what the next one lacks.</param>
/// <param name="Texts">Words of the instrument in the reader's language.</param>
/// <param name="Claimed">Level claimed, to say so when it is above.</param>
public sealed record SupportView(LevelSupport Support, InstrumentTexts Texts, decimal? Claimed)
{
    public static SupportView Of(InstrumentDocument document, Node node, IEnumerable<string> criteria, decimal? claimed)
    {
        var support = CumulativeLevel.Supported(node.Indicator!, document.Instrument.ScaleOf(node.Indicator!), criteria.ToHashSet(StringComparer.Ordinal));
        return new SupportView(support, document.TextsIn(CultureInfo.CurrentUICulture.Name), claimed);
    }

    public bool IsAbove => Support.Level is { } supported && Claimed is { } claimed && Math.Floor(claimed) > supported;
}
