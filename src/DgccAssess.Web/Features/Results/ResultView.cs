using System.Globalization;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Tenancy;
using DgccAssess.Scoring.Indices;

namespace DgccAssess.Web.Features.Results;

/// <summary>What the result page shows of a stored result, in one language. The preview before publication shows the same of the final values.</summary>
public sealed record ResultView
{
    public required SnapshotDocument Document { get; init; }
    public required ReportDocument Report { get; init; }

    /// <summary>The language the instrument's words are really in; null when it is the page's.</summary>
    public required string? TextLanguage { get; init; }

    /// <summary>Groups with their tier's name and the difference to the agency's own figure.</summary>
    public required IReadOnlyList<TierRow> Tiers { get; init; }

    /// <summary>Of the index itself, exact and rounded once.</summary>
    public required decimal? Difference { get; init; }

    /// <summary>All published versions, the one in force first.</summary>
    public required IReadOnlyList<ResultVersion> Versions { get; init; }

    public string Round => Document.Round;
    public string Agency => Document.Agency.Code;
    public bool IsPreview => Report.Draft;
    public int Decimals => Report.Instrument.Decimals;
    public decimal Floor => Report.Instrument.Predicates.Min(p => p.From);
    public decimal Ceiling => Report.Instrument.Predicates.Max(p => p.To);
    public bool HasSelf => Report.Index.Self is not null;
    public int Differing => Report.Indicators.Count(i => i.Self is { } self && self != i.Level);

    public IReadOnlyList<ReportPredicate> Bands => [.. Report.Instrument.Predicates.OrderBy(p => p.From)];
    public ReportPredicate Band => Report.Instrument.Predicates.Single(p => p.Code == Report.Predicate.Code);
    public ReportPredicate? NextBand => Bands.FirstOrDefault(p => p.From > Report.Index.Published);

    /// <summary>The highest published figure that still belongs to a predicate.</summary>
    public decimal UpperEnd(ReportPredicate band) => band.ToInclusive ? band.To : band.To - new decimal(1, 0, 0, false, (byte)Decimals);

    public IEnumerable<TierRow> Highest => Axes.Where(r => r.Node.Published == Axes.Max(a => a.Node.Published));
    public IEnumerable<TierRow> Lowest => Axes.Where(r => r.Node.Published == Axes.Min(a => a.Node.Published));
    public IReadOnlyList<TierRow> Axes => [.. Tiers.Where(r => r.IsAxis)];

    public IReadOnlyList<ReportIndicator> Of(TierRow area) => [.. Report.Indicators.Where(i => i.Parent == area.Node.Code)];

    public ReportIndicator Indicator(string code) => Report.Indicators.First(i => i.Code == code);

    public int Count(FindingKind kind) => Report.Findings.Where(f => f.Kind == kind).Sum(f => f.Indicators.Count);

    public static ResultView Of(StoredResult result, SpaceInfo space)
    {
        var language = CultureInfo.CurrentUICulture.Name;
        var (report, texts) = (ReportBuilder.Build(result, space, language), result.Instrument.TextsIn(language));
        var axes = report.Axes().Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
        return new ResultView
        {
            Document = result.Document,
            Report = report,
            TextLanguage = texts.Language.Split('-')[0] == language.Split('-')[0] ? null : texts.Language,
            Tiers = [.. report.Nodes.Select(n => new TierRow(n, texts.Tier(n.Tier), DifferenceOf(result.Results.Node(n.Code), result), axes.Contains(n.Code)))],
            Difference = Between(result.Results.SelfTotal, result.Results.Total, result),
            Versions = [.. result.Versions.Select(v => new ResultVersion(v.Number, v.Results.Total!.Index, texts.Predicate(v.Results.Total.Predicate!), v.Reason, v.TakenAt))],
        };
    }

    private static decimal? DifferenceOf(SnapshotNode node, StoredResult result) => Between(node.Self, node.External, result);

    private static decimal? Between(SnapshotFigure? self, SnapshotFigure? external, StoredResult result) => self is null || external is null
        ? null
        : ExactIndex.Difference(new(external.Numerator, external.Denominator), new(self.Numerator, self.Denominator), result.Instrument.Instrument.Rounding);
}

/// <param name="Node">A group.</param>
/// <param name="Tier">Name of its tier.</param>
/// <param name="Difference">External less self, exact and rounded once.</param>
/// <param name="IsAxis">It holds indicators and is an axis of the radar.</param>
public sealed record TierRow(ReportNode Node, string Tier, decimal? Difference, bool IsAxis);

public sealed record ResultVersion(int Number, decimal Index, string Predicate, string? Reason, DateTime PublishedAt);
