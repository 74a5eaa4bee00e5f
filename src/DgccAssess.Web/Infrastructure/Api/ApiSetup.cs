using System.Text.Json;
using System.Text.Json.Serialization;
using DgccAssess.Web.Features.Agencies.Api;
using DgccAssess.Web.Features.Audit.Api;
using DgccAssess.Web.Features.Awards.Api;
using DgccAssess.Web.Features.Connect;
using DgccAssess.Web.Features.Countries.Api;
using DgccAssess.Web.Features.Instruments.Api;
using DgccAssess.Web.Features.Results.Api;
using DgccAssess.Web.Features.Rounds.Api;
using Microsoft.AspNetCore.Http.Metadata;

namespace DgccAssess.Web.Infrastructure.Api;

/// <summary>The REST API of a space, below /api/v1 (src/decisions/0013-api.md).</summary>
public static class ApiSetup
{
    private static readonly int[] ProblemsOfAll =
    [
        StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status406NotAcceptable, StatusCodes.Status429TooManyRequests,
    ];

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            var options = json.SerializerOptions;
            options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            // A figure is a number, and what is not understood is refused.
            options.NumberHandling = JsonNumberHandling.Strict;
            options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.RespectNullableAnnotations = true;
            options.RespectRequiredConstructorParameters = true;
        });
        return services.AddSingleton<ApiMethods>().AddApiRateLimits().AddApiContract();
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").RequireRateLimiting(ApiRateLimits.Policy)
            .WithMetadata([.. ProblemsOfAll.Select(status => new ProducesResponseTypeMetadata(status, typeof(ApiProblem), [ApiProblem.ContentType]))]);
        api.MapRounds();
        api.MapAgencies();
        api.MapInstruments();
        api.MapResults();
        api.MapAwards();
        api.MapAudit();
        api.MapCountries();
        api.MapGet("/caller", Caller.Of).WithTags("Caller").WithName("getCaller").WithSummary("Who the space takes the caller for, and what that allows")
            .EverySpace().AnswersOne<Caller>().RequireAuthorization(Policies.SignedIn);
        app.MapApiContract();
        app.MapApiReference();
    }
}
