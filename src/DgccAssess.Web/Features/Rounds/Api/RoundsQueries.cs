using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;

namespace DgccAssess.Web.Features.Rounds.Api;

/// <summary>What of the rounds a caller may see: organizers and auditors all of them, others those with an assessment they answer, coordinate or review.</summary>
internal static class RoundsQueries
{
    public static IQueryable<Round> RoundsFor(this TenantDbContext db, Actor actor)
    {
        if (SeesAll(actor)) return db.Rounds;
        var visible = db.AssessmentsFor(actor);
        return db.Rounds.Where(r => visible.Any(a => a.RoundId == r.Id));
    }

    public static IQueryable<Assessment> AssessmentsFor(this TenantDbContext db, Actor actor)
    {
        if (SeesAll(actor)) return db.Assessments;
        var (read, review) = (db.VisibleTo(actor, AssessmentAccess.Read), db.VisibleTo(actor, AssessmentAccess.Review));
        return db.Assessments.Where(a => read.Any(v => v.Id == a.Id) || review.Any(v => v.Id == a.Id));
    }

    public static IQueryable<RoundResource> Resources(this TenantDbContext db, IQueryable<Round> rounds) =>
        from round in rounds
        join instrument in db.InstrumentVersions on round.InstrumentVersionId equals instrument.Id
        select new RoundResource(round.Code, round.CycleType, instrument.Code, instrument.Hash, round.AnswersDueAt, round.ObjectionDays, round.AnswerDays, round.Version);

    private static bool SeesAll(Actor actor) => actor.Can(Permissions.RoundsOrganize) || actor.Can(Permissions.RecordsRead);
}
