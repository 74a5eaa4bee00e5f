using DgccAssess.Core.Data;
using DgccAssess.Core.Features.National;
using DgccAssess.Core.Features.Results;
using DgccAssess.Scoring.Indices;
using DgccAssess.Scoring.National;
using DgccAssess.Scoring.Paths;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Improvement;

/// <summary>Where an agency stands among its peers, how it came there and what would lift it: the first things people ask of a result.</summary>
public sealed record Outlook
{
    /// <summary>Published results, the latest first.</summary>
    public required IReadOnlyList<PastResult> Past { get; init; }

    /// <summary>Null until the national result of the round is out, or where the group is too small to be shown.</summary>
    public GroupPosition? Group { get; init; }

    /// <summary>Null at the highest predicate.</summary>
    public NextPredicate? Next { get; init; }

    /// <summary>To <see cref="Next"/>; null where meeting criteria doesn't lead there.</summary>
    public CheapestPath? Path { get; init; }
}

/// <param name="Round">Its code.</param>
/// <param name="Instrument">Its instrument.</param>
/// <param name="Figure">The published index and predicate.</param>
public sealed record PastResult(string Round, SnapshotInstrument Instrument, SnapshotFigure Figure);

/// <summary>The group as a whole and the agency in it. Lowest and highest would be somebody's own figure: they are not shown.</summary>
/// <param name="Code">Of the group.</param>
/// <param name="Names">Of the group, by language.</param>
/// <param name="Count">Agencies with a published result.</param>
/// <param name="Rank">The agency's place; equal indices share it.</param>
/// <param name="Whole">Of the index.</param>
/// <param name="Nodes">Of the groups of the instrument's tree, in its order.</param>
public sealed record GroupPosition(string Code, IReadOnlyDictionary<string, string> Names, int Count, int Rank, GroupQuartiles Whole, IReadOnlyList<GroupQuartiles> Nodes);

/// <param name="Code">Of the node; empty for the index.</param>
/// <param name="Own">The agency's published figure.</param>
/// <param name="Lower">First quartile of the group.</param>
/// <param name="Median">Second quartile.</param>
/// <param name="Upper">Third quartile.</param>
public sealed record GroupQuartiles(string Code, decimal Own, decimal Lower, decimal Median, decimal Upper);

public sealed class ReadOutlook(TenantDbContext db, PublicResults shelf, ReadNational national)
{
    /// <summary>Agencies in a group from which on its quartiles are shown.</summary>
    public const int SmallestGroup = 5;

    /// <param name="result">The published result of the agency.</param>
    /// <param name="agencyId">The agency.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<Outlook> HandleAsync(StoredResult result, Guid agencyId, CancellationToken ct)
    {
        var card = result.Score();
        var met = result.Document.Inputs.SelectMany(i => result.Decisive(i)?.Criteria ?? []).ToHashSet(StringComparer.Ordinal);
        var next = NextPredicate.After(card);
        return new Outlook
        {
            Past = await PastAsync(agencyId, ct),
            Group = await GroupAsync(result, ct),
            Next = next,
            Path = next is null ? null : CheapestPath.To(card, met, next.Predicate.From),
        };
    }

    private async Task<IReadOnlyList<PastResult>> PastAsync(Guid agencyId, CancellationToken ct)
    {
        var documents = await (
            from snapshot in db.PublishedInForce()
            join assessment in db.Assessments on snapshot.AssessmentId equals assessment.Id
            where assessment.AgencyId == agencyId
            select snapshot.Document).ToListAsync(ct);
        return
        [
            .. documents.Select(SnapshotReader.Read).OrderByDescending(d => d.Round, StringComparer.Ordinal)
                .Select(d => new PastResult(d.Round, d.Instrument, d.Results.Total ?? throw new InvalidOperationException("A published result has an index."))),
        ];
    }

    private async Task<GroupPosition?> GroupAsync(StoredResult result, CancellationToken ct)
    {
        // What the public may see decides whether there is something to compare with; the quartiles are those of all agencies.
        if ((await shelf.ShelfAsync(ct)).Find(result.Document.Round) is not { } open) return null;
        var document = await national.DocumentAsync(open.Hash, ct);
        if (document.Agencies.FirstOrDefault(a => a.Code == result.Document.Agency.Code) is not { } own) return null;
        var peers = document.Agencies.Where(a => a.Group == own.Group).ToList();
        if (peers.Count < SmallestGroup) return null;

        var rounding = result.Instrument.Instrument.Rounding;
        return new GroupPosition(
            own.Group, document.Groups.First(g => g.Code == own.Group).Names, peers.Count, own.GroupRank.Place,
            Of("", own.Index, peers.Select(p => p.Index)),
            [.. document.Nodes.Index().Where(n => own.Nodes[n.Index] is not null).Select(n => Of(n.Item.Code, own.Nodes[n.Index]!, peers.Select(p => p.Nodes[n.Index]).OfType<NationalFigure>()))]);

        GroupQuartiles Of(string node, NationalFigure figure, IEnumerable<NationalFigure> others)
        {
            var box = Quartiles.Of(others.Select(o => Exact(o)))!;
            return new(node, figure.Index, box.Lower.Round(rounding), box.Median.Round(rounding), box.Upper.Round(rounding));
        }
    }

    private static ExactIndex Exact(NationalFigure figure)
    {
        var fraction = ExactFraction.Parse(figure.Exact);
        return new ExactIndex((long)fraction.Numerator, (long)fraction.Denominator);
    }
}
