using System.Globalization;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Tenancy;
using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.National;

namespace DgccAssess.Core.Features.National;

/// <summary>The figures of a national document: values in, values out.</summary>
internal sealed class NationalFigures
{
    /// <summary>By how much of itself a weight moves at the most.</summary>
    public static readonly decimal Spread = 0.25m;

    private const int SeedDigits = 16;

    private readonly ScoringPlan plan;
    private readonly NationalFrame frame;
    private readonly PublishedRound now;
    private readonly RoundBefore? before;
    private readonly Rounding rounding;
    private readonly NationalSummaries maker;
    private readonly ulong seed;
    private readonly Dictionary<string, PublishedAgency> earlier;
    private readonly IReadOnlyList<AgencyFigures> figures;

    public NationalFigures(ScoringPlan plan, NationalFrame frame, PublishedRound now, RoundBefore? before, SnapshotInstrument instrument)
    {
        (this.plan, this.frame, this.now, this.before, rounding) = (plan, frame, now, before, plan.Instrument.Rounding);
        IsComparable = before?.Instrument.Hash == instrument.Hash;
        seed = ulong.Parse(SeedOf(instrument.Hash), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        Nodes = [.. plan.Nodes.Skip(1).Where(n => !n.IsIndicator).Select(n => new NationalNode(n.Code, n.Tier, n.Depth, plan.Indicators.Any(i => plan.Nodes[i.Parent].Code == n.Code)))];
        maker = new NationalSummaries(rounding, [.. plan.Instrument.Predicates.Select(p => p.Code)], Nodes.Count);
        earlier = (before?.Agencies ?? []).ToDictionary(a => a.Agency.Code, StringComparer.Ordinal);
        figures = [.. now.Agencies.Select(a => FiguresOf(a, earlier.GetValueOrDefault(a.Agency.Code)))];
    }

    public bool IsComparable { get; }
    public IReadOnlyList<NationalNode> Nodes { get; }

    /// <summary>Fixed before anybody is rated, so that nobody picks a number that flatters.</summary>
    public static string SeedOf(string instrumentHash) => instrumentHash[..SeedDigits];

    public IReadOnlyList<NationalAgency> Agencies()
    {
        var (ranks, groupRanks) = (Ranking.Of([.. figures.Select(f => f.Index)]), Ranking.WithinGroups(figures));
        var firm = RankSensitivity.Of(plan, [.. now.Agencies.Select(a => a.Ratings)], [.. figures.Select(f => f.Group)], seed, spread: (double)Spread);
        return [.. now.Agencies.Select((agency, i) => new NationalAgency
        {
            Code = agency.Agency.Code,
            Names = agency.Agency.Names,
            Group = agency.Agency.Group,
            Region = figures[i].Region,
            Synthetic = agency.Agency.Synthetic,
            Consent = agency.Consent,
            Index = maker.Figure(agency.Index)!,
            Predicate = agency.Predicate,
            Nodes = [.. figures[i].Nodes.Select(maker.Figure)],
            Self = maker.Figure(agency.Self),
            Previous = maker.Figure(figures[i].Previous),
            PreviousConsent = earlier.GetValueOrDefault(agency.Agency.Code)?.Consent == true,
            Change = IsComparable && figures[i].Previous.HasValue ? ExactIndex.Difference(agency.Index, figures[i].Previous, rounding) : null,
            Rank = RankOf(ranks[i], firm[i].Overall),
            GroupRank = RankOf(groupRanks[i], firm[i].InGroup),
            Source = agency.Source,
        }).OrderBy(a => a.Rank.Place).ThenBy(a => a.Code, StringComparer.Ordinal)];
    }

    public IReadOnlyDictionary<string, string> Left()
    {
        var here = figures.Select(f => f.Code).ToHashSet(StringComparer.Ordinal);
        var left = (before?.Agencies ?? []).Select(a => a.Agency.Code).Where(code => !here.Contains(code) && frame.Regions.GetValueOrDefault(code) is not null);
        return new SortedDictionary<string, string>(left.ToDictionary(code => code, code => frame.Regions[code]!), StringComparer.Ordinal);
    }

    public NationalSummary Whole() => Summary("", new Dictionary<string, string>(), figures, before?.Agencies ?? []);

    public IReadOnlyList<NationalSummary> Groups() => Partition(frame.GroupNames, f => f.Group, a => a.Agency.Group);

    public IReadOnlyList<NationalSummary> Regions() => Partition(frame.RegionNames, f => f.Region, a => frame.Regions.GetValueOrDefault(a.Agency.Code));

    public NationalPast Past(RoundBefore round) => new(round.Round, round.Instrument, round.Agencies.Count, MeanOf(round.Agencies),
        [.. round.Agencies.GroupBy(a => a.Agency.Group, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new NationalPastGroup(g.Key, g.Count(), MeanOf(g)))]);

    private IReadOnlyList<NationalSummary> Partition(IReadOnlyList<NamedCode> names, Func<AgencyFigures, string?> key, Func<PublishedAgency, string?> keyBefore) =>
    [
        .. figures.Where(f => key(f) is not null).GroupBy(f => key(f)!, StringComparer.Ordinal)
            .OrderBy(g => Place(names, g.Key)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Summary(g.Key, names.FirstOrDefault(n => n.Code == g.Key)?.Names.Values ?? new Dictionary<string, string>(), [.. g], [.. (before?.Agencies ?? []).Where(a => keyBefore(a) == g.Key)])),
    ];

    private NationalSummary Summary(string code, IReadOnlyDictionary<string, string> names, IReadOnlyList<AgencyFigures> agencies, IReadOnlyList<PublishedAgency> then) =>
        maker.Of(code, names, agencies, before is null ? null : maker.ChangeOf(Change.Of(agencies, [.. then.Select(a => a.Index)], IsComparable, Nodes.Count)));

    private AgencyFigures FiguresOf(PublishedAgency agency, PublishedAgency? previous) => new()
    {
        Code = agency.Agency.Code,
        Group = agency.Agency.Group,
        Region = frame.Regions.GetValueOrDefault(agency.Agency.Code),
        Index = agency.Index,
        Predicate = agency.Predicate,
        Nodes = [.. Nodes.Select(n => agency.Nodes.GetValueOrDefault(n.Code))],
        Self = agency.Self,
        Previous = previous?.Index ?? ExactIndex.None,
        PreviousNodes = IsComparable && previous is not null ? [.. Nodes.Select(n => previous.Nodes.GetValueOrDefault(n.Code))] : [],
    };

    private NationalFigure MeanOf(IEnumerable<PublishedAgency> agencies) => maker.Figure(ExactFraction.Mean([.. agencies.Select(a => a.Index)])!.Value);

    private static NationalRank RankOf(int place, RankRange range) => new(place, range.Kept, range.Low, range.High);

    private static int Place(IReadOnlyList<NamedCode> names, string code) => names.Index().Where(n => n.Item.Code == code).Select(n => n.Index).DefaultIfEmpty(names.Count).First();
}
