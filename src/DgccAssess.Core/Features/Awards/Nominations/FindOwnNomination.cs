using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Nominations;

/// <summary>Whose nomination a coordinator writes, and whether that is still possible.</summary>
/// <param name="Round">The award round.</param>
/// <param name="AgencyId">The coordinator's own agency.</param>
/// <param name="Agency">Its code.</param>
/// <param name="Nomination">Null while there is none.</param>
/// <param name="IsOpen">Nominations are open and their time is not over.</param>
public sealed record OwnNomination(AwardRoundRef Round, Guid AgencyId, string Agency, Nomination? Nomination, bool IsOpen)
{
    public string Subject => $"{Round.Subject}/nominations/{Agency}";
}

public sealed class FindOwnNomination(TenantDbContext db, FindAwardRound find, ActorContext actor, TimeProvider clock)
{
    /// <returns>Not found without such an award round; forbidden to who coordinates no agency.</returns>
    public async Task<Result<OwnNomination>> HandleAsync(string awardRound, CancellationToken ct)
    {
        if (await find.HandleAsync(awardRound, ct) is not { HasJury: true } round) return Result<OwnNomination>.From(Result.NotFound());
        if (actor.Current.AgencyId is not { } agencyId || !actor.Current.Can(Permissions.AssessmentsCoordinate)) return Result<OwnNomination>.From(Result.Forbidden());
        var agency = await db.Agencies.Where(a => a.Id == agencyId).Select(a => a.Code).SingleAsync(ct);
        var nomination = await db.Nominations.AsNoTracking().FirstOrDefaultAsync(n => n.AwardRoundId == round.Id && n.AgencyId == agencyId, ct);
        return new OwnNomination(round, agencyId, agency, nomination, round.Stage is AwardStage.Nominations && clock.UtcNow <= round.NominationsDueAt);
    }
}
