using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.National;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Tenancy;
using DgccAssess.Scoring.Indices;

namespace DgccAssess.Core.Features.Papers.National;

/// <summary>Says a published national result in one language; figures are taken as they stand.</summary>
public static class NationalReportBuilder
{
    public static NationalReportDocument Build(StoredNational stored, InstrumentDocument instrument, SpaceInfo space, PaperTenant tenant, string language)
    {
        var (document, texts) = (stored.Document, instrument.TextsIn(language));
        var predicates = instrument.Instrument.Predicates.OrderBy(p => p.From).ToList();
        return new NationalReportDocument
        {
            Locale = space.Settings.LocaleOf(language),
            Tenant = tenant,
            IssuedOn = space.DayOf(document.TakenAt),
            Synthetic = document.Synthetic,
            Draft = stored.IsProvisional,
            Round = document.Round,
            Cycle = document.CycleType,
            Reason = document.Reason,
            Instrument = new(
                document.Instrument.Code, texts.Title, instrument.Instrument.LegalBasis, document.Instrument.Hash, instrument.Instrument.Rounding.Decimals, predicates[0].From, predicates[^1].To,
                [.. predicates.Select(p => new ReportPredicate(p.Code, texts.Predicate(p.Code), p.From, p.To, p.ToInclusive))]),
            Source = new(document.Number, stored.Hash ?? "", document.Engine),
            Participants = document.Participants,
            Unnamed = document.Agencies.Count(a => !a.Consent),
            Nodes = Nodes(document, instrument, texts),
            Whole = new(document.Whole, SharesOf(document.Whole), texts.Predicate(predicates.Find(p => p.Contains(document.Whole.Mean.Index))!.Code)),
            Groups = [.. document.Groups.Select(g => new NationalReportGroup(g.Code, NameOf(g, language), g, SharesOf(g)))],
            Regions = [.. document.Regions.Select(g => new NationalReportGroup(g.Code, NameOf(g, language), g, SharesOf(g)))],
            Previous = document.Previous is { } previous ? new(previous.Round, previous.Comparable) : null,
            History = [.. document.History.Select(h => new NationalReportPast(h.Round, h.Instrument.Code, h.Count, h.Mean.Index, h.Instrument.Hash == document.Instrument.Hash))],
            Sensitivity = document.Sensitivity,
            Unmet = [.. document.Unmet.Select(u => new NationalReportUnmet(texts.Criterion(u.Criterion), u.Indicator, texts.Name(u.Indicator), u.Level, u.Agencies, Share(u.Agencies, document.Agencies.Count)))],
            Agencies = [.. document.Agencies.Where(a => a.Consent).Select(a => Agency(a, language))],
        };
    }

    private static IReadOnlyList<NationalReportNode> Nodes(NationalDocument document, InstrumentDocument instrument, InstrumentTexts texts)
    {
        var plan = ScoringPlan.Compile(instrument.Instrument);
        var total = plan.Nodes[0].Weight;
        return [.. document.Nodes.Select(n => new NationalReportNode(n.Code, texts.Name(n.Code), n.Tier, n.Depth, Math.Round(plan.Nodes.First(p => p.Code == n.Code).Weight * 100 / total, 4) / 1.0000000000m))];
    }

    private static NationalReportAgency Agency(NationalAgency agency, string language) => new()
    {
        Name = new LocalizedText(agency.Names).In(language),
        Group = agency.Group,
        Index = agency.Index.Index,
        Predicate = agency.Predicate,
        Nodes = [.. agency.Nodes.Select(n => n?.Index)],
        Self = agency.Self?.Index,
        Change = agency.Change,
        Rank = agency.Rank.Place,
        Low = agency.GroupRank.Low,
        High = agency.GroupRank.High,
        GroupRank = agency.GroupRank.Place,
    };

    private static string NameOf(NationalSummary summary, string language) => summary.Names.Count > 0 ? new LocalizedText(summary.Names).In(language) : summary.Code;

    // For the public the predicates are those of the named alone, whatever the mean is of.
    private static IReadOnlyList<decimal> SharesOf(NationalSummary summary) => [.. summary.Predicates.Select(p => Share(p.Count, summary.Predicates.Sum(all => all.Count)))];

    private static decimal Share(int part, int whole) => whole == 0 ? 0 : Math.Round(part * 100m / whole, 1, MidpointRounding.AwayFromZero);
}
