using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Infrastructure.Api;

namespace DgccAssess.Web.Features.Rounds.Api;

public static class RoundsApi
{
    public static void MapRounds(this IEndpointRouteBuilder api)
    {
        var rounds = api.MapGroup("/rounds").WithTags("Rounds");
        rounds.MapGet("", ListRounds.HandleAsync).WithName("listRounds").WithSummary("Rounds the caller may see")
            .TenantOnly().AnswersList<RoundResource>(ListRounds.Shape).RequireAuthorization(ApiAccess.ReadRounds);
        rounds.MapGet("/{round}", GetRound.HandleAsync).WithName("getRound").WithSummary("One round")
            .TenantOnly().AnswersOne<RoundResource>().RequireAuthorization(ApiAccess.ReadRounds);
        rounds.MapGet("/{round}/agencies", ListParticipations.HandleAsync).WithName("listParticipations").WithSummary("Agencies that take part in a round, as far as the caller may see their assessments")
            .TenantOnly().AnswersList<ParticipationResource>(ListParticipations.Shape).AnswersProblems(StatusCodes.Status404NotFound).RequireAuthorization(ApiAccess.ReadRounds);
    }
}
