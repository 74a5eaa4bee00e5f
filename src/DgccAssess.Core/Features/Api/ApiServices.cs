using DgccAssess.Core.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Api;

internal static class ApiServices
{
    private const string EveryHour = "23 * * * *";

    public static IServiceCollection AddKeptAnswers(this IServiceCollection services) => services
        .AddScoped<KeepAnswers>()
        .AddScoped<ForgetKeptAnswers>()
        .AddRecurringWork<ForgetKeptAnswers>(EveryHour, (job, ct) => job.HandleAsync(ct));
}
