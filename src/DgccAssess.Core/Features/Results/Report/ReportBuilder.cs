using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Tenancy;
using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Ratings;

namespace DgccAssess.Core.Features.Results.Report;

/// <summary>Says a stored result in one language: the page and the paper are made from the same document.</summary>
public static class ReportBuilder
{
    // The press takes 20; nobody reads more than these.
    private const int ExactDecimals = 10;

    /// <exception cref="ArgumentException">The milestone has no index.</exception>
    public static ReportDocument Build(StoredResult result, SpaceInfo space, string language)
    {
        var (document, texts) = (result.Document, result.Instrument.TextsIn(language));
        if (document.Results.Total is not { } total) throw new ArgumentException($"A {document.Milestone} snapshot without an index makes no report.", nameof(result));

        var card = result.Score();
        var findings = Findings.Of(card, result.Document.Inputs.SelectMany(i => result.Decisive(i)?.Criteria ?? []).ToHashSet(StringComparer.Ordinal));
        var instrument = Describe(result, texts);
        var indicators = ReportIndicators.Of(result, card, findings, texts);
        return new ReportDocument
        {
            Locale = space.Settings.LocaleOf(language),
            Tenant = new ReportTenant(space.Settings.Names.In(language), space.Settings.Accent),
            Agency = new ReportAgency(new LocalizedText(document.Agency.Names).In(language)),
            Round = new ReportRound(document.Round, document.CycleType, [.. document.Inputs.SelectMany(i => i.Ratings).Select(r => r.Stage).Distinct().Order()]),
            Instrument = instrument,
            Snapshot = new ReportSnapshot { Number = document.Number, Hash = result.Hash, Engine = document.Engine },
            PublishedOn = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(document.TakenAt, TimeZoneInfo.FindSystemTimeZoneById(space.Settings.TimeZone))),
            Draft = document.Milestone is not Milestone.Published,
            Synthetic = document.Agency.Synthetic,
            Index = new ReportIndex(Exact(total), total.Index, document.Results.SelfTotal?.Index),
            Predicate = new ReportName(total.Predicate!, texts.Predicate(total.Predicate!)),
            Nodes = [.. card.Nodes.Where(n => !n.IsIndicator).Select(n => Group(n, result, card, texts))],
            Indicators = indicators,
            Findings = ReportFindings.From(findings, instrument, indicators),
            Recommendations = ReportRecommendations.Of(card, findings),
        };
    }

    internal static SnapshotFigure? Printed(SnapshotNode node, Stage basis) => basis is Stage.Self ? node.Self : node.External;

    /// <summary>In per cent of the whole, whatever unit the instrument uses.</summary>
    internal static decimal WeightOf(NodeIndex node, Scorecard card) => Math.Round(node.Weight * 100 / card.Total.Weight, 4) / 1.0000000000m;

    private static ReportNode Group(NodeIndex node, StoredResult result, Scorecard card, InstrumentTexts texts)
    {
        var stored = result.Results.Node(node.Code);
        var figure = Printed(stored, result.Results.Basis)!;
        return new ReportNode
        {
            Code = node.Code,
            Tier = node.Tier,
            Parent = ParentOf(card.Plan, node.Code),
            Depth = node.Depth - 1,
            Name = texts.Name(node.Code),
            Weight = WeightOf(node, card),
            Exact = Exact(figure),
            Published = figure.Index,
            Self = stored.Self?.Index,
        };
    }

    internal static string? ParentOf(ScoringPlan plan, string code) =>
        plan.Nodes.First(n => n.Code == code).Parent is > 0 and var parent ? plan.Nodes[parent].Code : null;

    private static decimal Exact(SnapshotFigure figure) => Math.Round(figure.Exact, ExactDecimals, MidpointRounding.AwayFromZero);

    private static ReportInstrument Describe(StoredResult result, InstrumentTexts texts)
    {
        var instrument = result.Instrument.Instrument;
        return new ReportInstrument
        {
            Code = instrument.Code,
            Title = texts.Title,
            LegalBasis = instrument.LegalBasis,
            Hash = result.Document.Instrument.Hash,
            Decimals = instrument.Rounding.Decimals,
            Scales = [.. instrument.Scales.Select(s => new ReportScale(s.Code, [.. s.Levels.Select(l => new ReportLevel(l, texts.LevelName(s.Code, l)))]))],
            Predicates = [.. instrument.Predicates.Select(p => new ReportPredicate(p.Code, texts.Predicate(p.Code), p.From, p.To, p.ToInclusive))],
        };
    }
}
