using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure.Api;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Rounds.Api;

internal static class GetRound
{
    public static async Task<IResult> HandleAsync(string round, TenantDbContext db, ActorContext actor, CancellationToken ct) =>
        await FindAsync(round, db, actor, ct) is { } found ? Answer(found) : ApiProblems.Answer(StatusCodes.Status404NotFound);

    public static Task<RoundResource?> FindAsync(string round, TenantDbContext db, ActorContext actor, CancellationToken ct) =>
        db.Resources(db.RoundsFor(actor.Current).Where(r => r.Code == round)).FirstOrDefaultAsync(ct);

    public static IResult Answer(RoundResource round, int status = StatusCodes.Status200OK, string? location = null) =>
        new ResourceAnswer<RoundResource>(round, round.Version.ToString(CultureInfo.InvariantCulture), status, location);
}
