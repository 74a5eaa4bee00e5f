using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Infrastructure.Api;

namespace DgccAssess.Web.Features.Results.Api;

public static class ResultsApi
{
    public static void MapResults(this IEndpointRouteBuilder api)
    {
        api.MapGet("/results", ListResults.HandleAsync).WithTags("Results").WithName("listResults").WithSummary("Published results in force, as far as the caller may read them")
            .TenantOnly().AnswersList<ResultSummary>(ListResults.Shape).RequireAuthorization(ApiAccess.ReadResults);
        api.MapGet("/rounds/{round}/agencies/{agency}/result", GetResult.HandleAsync).WithTags("Results").WithName("getResult").WithSummary("One published result with nodes and indicators")
            .TenantOnly().AnswersOne<ResultResource>().RequireAuthorization(ApiAccess.ReadResults);
    }
}
