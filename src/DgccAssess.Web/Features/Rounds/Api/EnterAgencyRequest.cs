using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Web.Infrastructure.Api;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Rounds.Api;

internal static class EnterAgencyRequest
{
    public static async Task<IResult> HandleAsync(string round, string agency, EnterAgency enter, TenantDbContext db, CancellationToken ct)
    {
        var entered = await enter.HandleAsync(new EnterAgencyCommand(round, agency), ct);
        if (!entered.Succeeded) return ApiProblems.Refused(entered);
        var stored = await (from assessment in db.Assessments
                            join held in db.Rounds on assessment.RoundId equals held.Id
                            join known in db.Agencies on assessment.AgencyId equals known.Id
                            where held.Code == round && known.Code == agency
                            select new ParticipationResource(known.Code, known.Group, assessment.Status, assessment.StatusAt)).SingleAsync(ct);
        return new ResourceAnswer<ParticipationResource>(stored, status: entered.Value ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}
