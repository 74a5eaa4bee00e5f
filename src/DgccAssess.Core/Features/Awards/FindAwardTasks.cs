using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards;

/// <param name="Nominations">Award rounds that the person's agency may still nominate itself in.</param>
/// <param name="Objections">Revealed award rounds that the person's agency may still object to.</param>
/// <param name="Judging">Award rounds that the person is a juror of.</param>
public sealed record AwardTasks(IReadOnlyList<AwardRoundRef> Nominations, IReadOnlyList<AwardRoundRef> Objections, IReadOnlyList<AwardRoundRef> Judging);

/// <summary>What award rounds want of the person who acts.</summary>
public sealed class FindAwardTasks(TenantDbContext db, FindAwardRound find, ActorContext actor, TimeProvider clock)
{
    public async Task<AwardTasks> HandleAsync(CancellationToken ct)
    {
        var who = actor.Current;
        var (nominates, judges) = (who.AgencyId is not null && who.Can(Permissions.AssessmentsCoordinate), who.Can(Permissions.AwardsJudge));
        if (!nominates && !judges) return new AwardTasks([], [], []);
        var rounds = await find.AllAsync(ct);
        var seats = judges ? await db.JuryMembers.Where(m => m.JurorId == who.Id).Select(m => m.AwardRoundId).ToListAsync(ct) : [];
        return new AwardTasks(
            nominates ? [.. rounds.Where(r => r.Stage is AwardStage.Nominations && clock.UtcNow <= r.NominationsDueAt)] : [],
            nominates ? [.. rounds.Where(r => r.Stage is AwardStage.Revealed && clock.UtcNow <= r.ObjectionsDueAt)] : [],
            [.. rounds.Where(r => r.Stage is AwardStage.Jury && seats.Contains(r.Id))]);
    }
}
