using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure.Api;

namespace DgccAssess.Web.Features.Results.Api;

/// <summary>Published results in force. The figures come from the stored documents: an index is rounded once, when it is published.</summary>
internal static class ListResults
{
    private const string ByIndex = "index";

    public static readonly ListShape Shape = new(
        ["agency", ByIndex],
        [
            new("round", "Only results of the round with this code."),
            new("group", "Only agencies that are in the group with this code."),
            new("instrument", "Only results on the instrument with this code."),
            new("predicate", "Only results with the predicate with this code."),
        ]);

    public static Task<IResult> HandleAsync(ListQuery query, TenantDbContext db, ActorContext actor, CancellationToken ct)
    {
        var rows = Rows(db, actor.Current);
        if (query.Text("round") is { } round) rows = rows.Where(r => r.Round == round);
        if (query.Text("group") is { } group) rows = rows.Where(r => r.Group == group);
        if (query.Text("instrument") is { } instrument) rows = rows.Where(r => r.Instrument == instrument);
        if (query.Text("predicate") is { } predicate) rows = rows.Where(r => r.Predicate == predicate);
        return query.Sort.TrimStart('-') == ByIndex ? PageByIndexAsync(rows, query, ct) : PageByAgencyAsync(rows, query, ct);
    }

    private static IQueryable<Row> Rows(TenantDbContext db, Actor actor) =>
        from snapshot in db.PublishedInForce()
        join assessment in db.VisibleTo(actor, AssessmentAccess.ReadResult) on snapshot.AssessmentId equals assessment.Id
        join agency in db.Agencies on assessment.AgencyId equals agency.Id
        join held in db.Rounds on assessment.RoundId equals held.Id
        join version in db.InstrumentVersions on held.InstrumentVersionId equals version.Id
        select new Row
        {
            Id = snapshot.Id, Round = held.Code, Agency = agency.Code, Group = agency.Group, Instrument = version.Code,
            Index = snapshot.Index, Predicate = snapshot.Predicate, Document = snapshot.Document, Hash = snapshot.Hash,
        };

    // Agency first: one agency's rounds stand together.
    private static Task<IResult> PageByAgencyAsync(IQueryable<Row> rows, ListQuery query, CancellationToken ct)
    {
        if (query.After is { Keys: var keys })
        {
            if (keys is not [var agency, var round]) return Foreign();
            rows = query.Descending
                ? rows.Where(r => r.Agency.CompareTo(agency) < 0 || (r.Agency == agency && r.Round.CompareTo(round) < 0))
                : rows.Where(r => r.Agency.CompareTo(agency) > 0 || (r.Agency == agency && r.Round.CompareTo(round) > 0));
        }

        rows = query.Descending ? rows.OrderByDescending(r => r.Agency).ThenByDescending(r => r.Round) : rows.OrderBy(r => r.Agency).ThenBy(r => r.Round);
        return rows.PageAsync(query, Item, r => [r.Agency, r.Round], ResultSummary.Table, ct);
    }

    private static Task<IResult> PageByIndexAsync(IQueryable<Row> rows, ListQuery query, CancellationToken ct)
    {
        if (query.After is { Keys: var keys })
        {
            if (keys is not [var text, var last] || !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var index) || !Guid.TryParse(last, out var id))
                return Foreign();
            rows = query.Descending
                ? rows.Where(r => r.Index < index || (r.Index == index && r.Id.CompareTo(id) < 0))
                : rows.Where(r => r.Index > index || (r.Index == index && r.Id.CompareTo(id) > 0));
        }

        rows = query.Descending ? rows.OrderByDescending(r => r.Index).ThenByDescending(r => r.Id) : rows.OrderBy(r => r.Index).ThenBy(r => r.Id);
        return rows.PageAsync(query, Item, r => [r.Index!.Value.ToString(CultureInfo.InvariantCulture), r.Id.ToString()], ResultSummary.Table, ct);
    }

    private static Task<IResult> Foreign() => Task.FromResult(ApiProblems.Invalid(new Problem("after", ApiMessages.ForeignCursor)));

    private static ResultSummary Item(Row row) => ResultSummary.Of(SnapshotReader.Read(row.Document), row.Hash);

    private sealed class Row
    {
        public required Guid Id { get; init; }
        public required string Round { get; init; }
        public required string Agency { get; init; }
        public required string Group { get; init; }
        public required string Instrument { get; init; }
        public required decimal? Index { get; init; }
        public required string? Predicate { get; init; }
        public required string Document { get; init; }
        public required string Hash { get; init; }
    }
}
