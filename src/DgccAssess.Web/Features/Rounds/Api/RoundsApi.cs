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
        rounds.MapPost("", OpenRoundRequest.HandleAsync).WithName("openRound").WithSummary("Opens a round: every agency of it gets its assessment")
            .TenantOnly().Takes<OpenRoundBody>().Writes<RoundResource>([StatusCodes.Status201Created]).RequireAuthorization(ApiAccess.OrganizeRounds);
        rounds.MapPatch("/{round}", ChangeRoundRequest.HandleAsync).WithName("changeRound").WithSummary("Sets or moves the deadline of a round")
            .TenantOnly().Takes<ChangeRoundBody>().Writes<RoundResource>([StatusCodes.Status200OK], version: true).AnswersProblems(StatusCodes.Status404NotFound)
            .RequireAuthorization(ApiAccess.OrganizeRounds);
        rounds.MapPut("/{round}/agencies/{agency}", EnterAgencyRequest.HandleAsync).WithName("enterAgency").WithSummary("Takes a further agency into a round; nothing happens where it takes part already")
            .TenantOnly().Writes<ParticipationResource>([StatusCodes.Status200OK, StatusCodes.Status201Created]).AnswersProblems(StatusCodes.Status404NotFound)
            .RequireAuthorization(ApiAccess.OrganizeRounds);
    }
}
