using DgccAssess.Core.Features.Papers.Bundle;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Papers;

internal static class PapersServices
{
    public static IServiceCollection AddPapers(this IServiceCollection services) => services
        .AddScoped<IssuePaper>()
        .AddScoped<PrintPaper>()
        .AddScoped<FindPaper>()
        .AddScoped<ResultKeys>()
        .AddScoped<SignResult>();
}
