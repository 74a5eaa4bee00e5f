using DgccAssess.Core.Features.Papers.Bundle;
using DgccAssess.Core.Features.Papers.National;
using DgccAssess.Core.Features.Papers.Records;
using DgccAssess.Core.Features.Papers.Templates;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Papers;

internal static class PapersServices
{
    public static IServiceCollection AddPapers(this IServiceCollection services) => services
        .AddScoped<IssuePaper>()
        .AddScoped<PrintPaper>()
        .AddScoped<ReadTemplates>()
        .AddScoped<SaveTemplate>()
        .AddScoped<PreviewTemplate>()
        .AddScoped<FindPaper>()
        .AddScoped<ReadPaperTenant>()
        .AddScoped<PrintNationalReport>()
        .AddScoped<PrintSignOff>()
        .AddScoped<PrintInterview>()
        .AddScoped<PrintCertificate>()
        .AddScoped<PrintWinnersSlides>()
        .AddScoped<PrintJuryRecord>()
        .AddScoped<FindPrize>()
        .AddScoped<ResultKeys>()
        .AddScoped<SignResult>();
}
