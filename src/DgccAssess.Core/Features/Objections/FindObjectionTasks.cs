using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Objections;

/// <param name="Round">Its code.</param>
/// <param name="Count">Objections not answered yet.</param>
/// <param name="DueAt">When the first answer is due.</param>
public sealed record ObjectionsToAnswer(string Round, int Count, DateTime DueAt);

/// <param name="Round">Its code.</param>
/// <param name="Agency">Code of the person's agency.</param>
/// <param name="Until">Last instant to object.</param>
public sealed record ResultToObjectTo(string Round, string Agency, DateTime Until);

public sealed record ObjectionTasks(IReadOnlyList<ObjectionsToAnswer> ToAnswer, IReadOnlyList<ResultToObjectTo> ToFile);

/// <summary>What objections want of the person who acts: answers of the organizer, and of a coordinator a look before the days are over.</summary>
public sealed class FindObjectionTasks(TenantDbContext db, ActorContext actor, TimeProvider clock)
{
    public async Task<ObjectionTasks> HandleAsync(CancellationToken ct)
    {
        var who = actor.Current;
        return new ObjectionTasks(
            who.Can(Permissions.RoundsOrganize) ? await ToAnswerAsync(ct) : [],
            who.AgencyId is { } agency && who.Can(Permissions.AssessmentsCoordinate) ? await ToFileAsync(agency, ct) : []);
    }

    private async Task<IReadOnlyList<ObjectionsToAnswer>> ToAnswerAsync(CancellationToken ct) => (await (
        from objection in db.Objections
        join assessment in db.Assessments on objection.AssessmentId equals assessment.Id
        join round in db.Rounds on assessment.RoundId equals round.Id
        where objection.State == ObjectionState.Open
        group objection.AnswerDueAt by round.Code into due
        select new { due.Key, Count = due.Count(), First = due.Min() }).ToListAsync(ct)).Select(d => new ObjectionsToAnswer(d.Key, d.Count, d.First)).OrderBy(d => d.DueAt).ToList();

    private async Task<IReadOnlyList<ResultToObjectTo>> ToFileAsync(Guid agencyId, CancellationToken ct)
    {
        var now = clock.UtcNow;
        var published = await (
            from snapshot in db.Snapshots
            join assessment in db.Assessments on snapshot.AssessmentId equals assessment.Id
            join round in db.Rounds on assessment.RoundId equals round.Id
            join agency in db.Agencies on assessment.AgencyId equals agency.Id
            where agency.Id == agencyId && snapshot.Milestone == Milestone.Published && snapshot.Number == 1 && round.ObjectionDays > 0
                && !db.Objections.Any(o => o.AssessmentId == assessment.Id && o.State == ObjectionState.Open)
            select new { Round = round.Code, Agency = agency.Code, snapshot.TakenAt, round.ObjectionDays }).ToListAsync(ct);
        return [.. published.Select(p => (p, Window: new ObjectionWindow(p.TakenAt, p.ObjectionDays))).Where(p => p.Window.IsOpenAt(now)).OrderBy(p => p.Window.ClosesAt).Select(p => new ResultToObjectTo(p.p.Round, p.p.Agency, p.Window.ClosesAt))];
    }
}
