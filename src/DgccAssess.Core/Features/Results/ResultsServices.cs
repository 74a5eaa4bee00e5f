using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Results;

internal static class ResultsServices
{
    public static IServiceCollection AddResults(this IServiceCollection services) => services
        .AddScoped<TakeSnapshot>()
        .AddScoped<ReadResult>()
        .AddScoped<VerifySnapshots>()
        .AddScoped<Tables.ReadRoundTable>()
        .AddSingleton<ResultFiles>();
}
