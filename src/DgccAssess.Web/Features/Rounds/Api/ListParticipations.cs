using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure.Api;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Rounds.Api;

internal static class ListParticipations
{
    public static readonly ListShape Shape = new(
        ["agency"], [ListFilter.OneOf<AssessmentStatus>("status", "Only assessments that stand here."), new("group", "Only agencies of the group with this code.")]);

    public static async Task<IResult> HandleAsync(string round, ListQuery query, TenantDbContext db, ActorContext actor, CancellationToken ct)
    {
        if (await db.RoundsFor(actor.Current).Where(r => r.Code == round).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(ct) is not { } roundId)
            return ApiProblems.Answer(StatusCodes.Status404NotFound);

        var rows = from assessment in db.AssessmentsFor(actor.Current)
                   join agency in db.Agencies on assessment.AgencyId equals agency.Id
                   where assessment.RoundId == roundId
                   select new { agency.Code, agency.Group, assessment.Status, assessment.StatusAt };
        if (query.Choice<AssessmentStatus>("status") is { } status) rows = rows.Where(r => r.Status == status);
        if (query.Text("group") is { } group) rows = rows.Where(r => r.Group == group);
        if (query.After is { Keys: [var last, ..] }) rows = query.Descending ? rows.Where(r => r.Code.CompareTo(last) < 0) : rows.Where(r => r.Code.CompareTo(last) > 0);
        rows = query.Descending ? rows.OrderByDescending(r => r.Code) : rows.OrderBy(r => r.Code);
        return await rows.PageAsync(query, r => new ParticipationResource(r.Code, r.Group, r.Status, r.StatusAt), r => [r.Code], ParticipationResource.Table, ct);
    }
}
