using DgccAssess.Core.Features.Countries.Brief;
using DgccAssess.Core.Features.Papers;
using DgccAssess.Core.Features.SharedCore;
using DgccAssess.Core.Tenancy;
using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Core.Features.Comparison.Report;

internal static class ComparisonTermsBuilder
{
    /// <returns>Null where the country shares nothing of the core.</returns>
    public static ComparisonTerms? Of(ComparedPartner one, SpaceInfo hub, string language)
    {
        if (one.Latest is not { Source: var source, Figures: var figures }) return null;
        var payload = source.Payload!;
        return new ComparisonTerms
        {
            Instrument = figures.Instrument,
            Title = BriefNames.In(payload.Instrument.Titles, language, figures.Instrument),
            Hash = figures.InstrumentHash,
            Mapping = figures.MappingVersion,
            Round = figures.Round,
            Stage = figures.Stage,
            Agencies = figures.Agencies,
            Verified = figures.ShareVerified is { } share ? Math.Round(100 * share, MidpointRounding.AwayFromZero) : null,
            Shown = CoreAvailabilities.ShownOf(ShippedCore.Document.Structure, figures).Count,
            Breaks = figures.BreaksFromBefore,
            Before = one.Rounds.Count > 1 ? one.Rounds[^2].Figures.Round : null,
            DataOn = hub.DayOf(source.PublishedAt),
            Version = source.Number,
            Level = source.Level,
            Agreement = BriefBuilder.AgreementOf(source),
            Suppression = new(payload.Suppression.Threshold, payload.Suppression.Hidden),
        };
    }
}
