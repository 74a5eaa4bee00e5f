using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure.Api;

namespace DgccAssess.Web.Features.Rounds.Api;

internal static class ListRounds
{
    public static readonly ListShape Shape = new(
        ["-code"], [ListFilter.OneOf<CycleType>("cycleType", "Only rounds of this type."), new("instrument", "Only rounds on the instrument with this code.")]);

    public static Task<IResult> HandleAsync(ListQuery query, TenantDbContext db, ActorContext actor, CancellationToken ct)
    {
        var rounds = db.RoundsFor(actor.Current);
        if (query.Choice<CycleType>("cycleType") is { } type) rounds = rounds.Where(r => r.CycleType == type);
        if (query.Text("instrument") is { } instrument) rounds = rounds.Where(r => db.InstrumentVersions.Any(v => v.Id == r.InstrumentVersionId && v.Code == instrument));
        if (query.After is { Keys: [var last, ..] }) rounds = query.Descending ? rounds.Where(r => r.Code.CompareTo(last) < 0) : rounds.Where(r => r.Code.CompareTo(last) > 0);
        rounds = query.Descending ? rounds.OrderByDescending(r => r.Code) : rounds.OrderBy(r => r.Code);
        return db.Resources(rounds).PageAsync(query, r => r, r => [r.Code], RoundResource.Table, ct);
    }
}
