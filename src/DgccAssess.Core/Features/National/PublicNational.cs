using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.National;

namespace DgccAssess.Core.Features.National;

/// <summary>
/// What everybody may see of a national document. Agencies without consent are never named, and no figure gives theirs back: everything is computed over the named
/// agencies alone, except a mean in which nobody is unnamed, or at least five together are. Their own assessments and unmet criteria stay inside.
/// </summary>
public static class PublicNational
{
    /// <summary>So many unnamed agencies hide each other.</summary>
    public const int Together = 5;

    /// <returns>Null where no agency is named.</returns>
    public static NationalDocument? Of(NationalDocument document, Rounding rounding)
    {
        var named = document.Agencies.Where(a => a.Consent).ToList();
        if (named.Count == 0) return null;

        var maker = new NationalSummaries(rounding, [.. document.Whole.Predicates.Select(p => p.Code)], document.Nodes.Count);
        var figures = named.Select(a => FiguresOf(a, document)).ToList();
        var groups = document.Groups.Where(g => named.Exists(a => a.Group == g.Code)).Select(g => (Official: g, Unnamed: document.Agencies.Count(a => a.Group == g.Code && !a.Consent))).ToList();
        // A total less its parts must not give back what the parts hide.
        var hidden = document.Agencies.Count(a => !a.Consent && groups.Find(g => g.Official.Code == a.Group) is var group && !(group.Official is not null && MayBeOfAll(group.Unnamed)));
        var isAll = named.Count == document.Agencies.Count;
        return document with
        {
            Agencies = [.. Ranked(named, figures, isAll)],
            Whole = Summary(document.Whole, figures, MayBeOfAll(hidden)),
            Groups = [.. groups.Select(g => Summary(g.Official, [.. figures.Where(f => f.Group == g.Official.Code)], MayBeOfAll(g.Unnamed)))],
            Regions = [.. document.Regions.Where(r => figures.Exists(f => f.Region == r.Code)).Select(r => Summary(r, [.. figures.Where(f => f.Region == r.Code)], ofAll: isAll))],
            Sensitivity = isAll ? document.Sensitivity : null,
            Unmet = [],
            History = [],
        };

        NationalSummary Summary(NationalSummary official, IReadOnlyList<AgencyFigures> agencies, bool ofAll)
        {
            var panel = agencies.Where(a => a.Previous.HasValue).ToList();
            var change = document.Previous is { Comparable: true } && panel.Count > 0
                ? maker.ChangeOf(Change.Of(panel, [.. panel.Select(a => a.Previous)], isComparable: true, document.Nodes.Count)) with { All = null, Nodes = [] }
                : null;
            var summary = maker.Of(official.Code, official.Names, agencies, change) with { Gap = null };
            return ofAll ? summary with { Count = official.Count, Mean = official.Mean, Nodes = official.Nodes } : summary;
        }
    }

    /// <summary>The whole of an open document leaves out somebody who did not consent.</summary>
    public static bool IsOfTheNamed(NationalDocument open) => open.Sensitivity is null && open.Whole.Count == open.Agencies.Count;

    private static bool MayBeOfAll(int unnamed) => unnamed is 0 or >= Together;

    /// <summary>Ranks among the named: a gap in them would tell where somebody unnamed stands.</summary>
    private static IEnumerable<NationalAgency> Ranked(List<NationalAgency> named, List<AgencyFigures> figures, bool isAll)
    {
        var (ranks, groupRanks) = (Ranking.Of([.. figures.Select(f => f.Index)]), Ranking.WithinGroups(figures));
        return named.Select((agency, i) => agency with
        {
            Self = null,
            Previous = agency.PreviousConsent ? agency.Previous : null,
            Change = agency.PreviousConsent ? agency.Change : null,
            Rank = isAll ? agency.Rank : new NationalRank(ranks[i], 0, 0, 0),
            GroupRank = isAll ? agency.GroupRank : new NationalRank(groupRanks[i], 0, 0, 0),
        });
    }

    private static AgencyFigures FiguresOf(NationalAgency agency, NationalDocument document) => new()
    {
        Code = agency.Code,
        Group = agency.Group,
        Region = agency.Region,
        Index = IndexOf(agency.Index),
        Predicate = agency.Predicate,
        Nodes = [.. agency.Nodes.Select(IndexOf)],
        Previous = agency.PreviousConsent && document.Previous is { Comparable: true } ? IndexOf(agency.Previous) : ExactIndex.None,
    };

    private static ExactIndex IndexOf(NationalFigure? figure)
    {
        if (figure is null) return ExactIndex.None;
        var exact = ExactFraction.Parse(figure.Exact);
        return new ExactIndex((long)exact.Numerator, (long)exact.Denominator);
    }
}
